/** How a program tells the command what it found, wherever it runs. */

interface Scope {
  /** There in a page. */
  readonly document?: object;
  /** There in a worker of a page. */
  readonly WorkerGlobalScope?: object;
}

/** The findings, by name. */
export type Findings = Readonly<Record<string, string>>;

/** A page and its workers send it to their server; other engines print it. */
export async function tell(findings: Findings): Promise<void> {
  const text = JSON.stringify(findings);
  const { document, WorkerGlobalScope } = globalThis as Scope;
  if (document === undefined && WorkerGlobalScope === undefined) console.log(text);
  else await fetch("/findings", { method: "POST", body: text });
}
