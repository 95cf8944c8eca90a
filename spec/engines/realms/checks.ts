/** Checks that run without a test runner, in whatever realm they find themselves. */
import type { Findings } from "../tell.ts";

/** The checks that must hold, by name; a check that does not hold throws. */
export type Checks = Readonly<Record<string, () => void | Promise<void>>>;

export const ok = "ok";

/** Runs the checks one after another; each gives "ok", or what it threw. */
export async function outcomes(checks: Checks): Promise<Findings> {
  const found: Record<string, string> = {};
  for (const [name, run] of Object.entries(checks)) {
    try {
      await run();
      found[name] = ok;
    } catch (error) {
      found[name] = String(error);
    }
  }
  return found;
}

/** Numbers, text and lists of them compare as they are written, with -0 told from 0. */
export function same(seen: unknown, wanted: unknown): void {
  const [a, b] = [written(seen), written(wanted)];
  if (a === b) return;
  let start = 0;
  while (a[start] === b[start]) start++;
  const part = (text: string): string => text.slice(Math.max(0, start - 20), start + 40);
  throw new Error(`wanted …${part(b)}…, got …${part(a)}…`);
}

function written(value: unknown): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    return `[${Array.from(value as ArrayLike<unknown>, written).join(" ")}]`;
  }
  return JSON.stringify(value);
}

/** The call must throw a TypeError whose message begins so. */
export function refused(call: () => unknown, beginning: string): void {
  let seen = "nothing was thrown";
  try {
    call();
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith(beginning)) return;
    seen = String(error);
  }
  throw new Error(`wanted "TypeError: ${beginning}…", got "${seen}"`);
}
