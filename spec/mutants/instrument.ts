/** Puts all mutants of a file into one text: each is behind a switch, and one at a time is on. */
import ts from "typescript-6.0";
import { editsOf, type Edit } from "./mutators.ts";

export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** The lines of the change before and after it, in one line; they are the mutant's name. */
  readonly from: string;
  readonly to: string;
}

/**
 * The instrumented text of a file and its mutants, whose ids begin at `first`. The text calls
 * `$m(id)`, which is a global function, and takes the mutated way if it returns true.
 */
export function instrument(
  name: string,
  source: string,
  first: number,
): { text: string; mutants: Mutant[] } {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2023, true);
  const edits = editsOf(file).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const mutants: Mutant[] = [];
  const switches = new Map<ts.Node, [id: number, edit: Edit][]>();
  for (const [i, edit] of edits.entries()) {
    const id = first + i;
    mutants.push({ id, file: name, ...named(file, edit) });
    const others = switches.get(edit.wrapped);
    if (others === undefined) switches.set(edit.wrapped, [[id, edit]]);
    else others.push([id, edit]);
  }

  function emit(node: ts.Node): string {
    let text = "";
    let at = node.getStart(file);
    ts.forEachChild(node, (child) => {
      const start = child.getStart(file);
      if (start < at) throw new Error(`${name}: the children of a node are out of order`);
      text += source.slice(at, start) + emit(child);
      at = child.end;
    });
    return wrap(node, text + source.slice(at, node.end));
  }

  function wrap(node: ts.Node, text: string): string {
    const own = switches.get(node);
    if (own === undefined) return text;
    if (ts.isStatement(node)) return `if ($m(${own[0]![0]})) {} else ${text}`;
    const ways = own.map(([id, edit]) => `$m(${id}) ? (${mutated(node, edit)}) : `);
    return `(${ways.join("")}(${text}))`;
  }

  const mutated = (node: ts.Node, { start, end, text }: Edit): string =>
    source.slice(node.getStart(file), start) + (text ?? "") + source.slice(end, node.end);

  return { text: emit(file), mutants };
}

function named(file: ts.SourceFile, { start, end, text }: Edit): Omit<Mutant, "id" | "file"> {
  const source = file.text;
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const next = source.indexOf("\n", end);
  const to = next < 0 ? source.length : next;
  const oneLine = (lines: string): string => lines.replaceAll(/\s+/g, " ").trim();
  return {
    line: file.getLineAndCharacterOfPosition(start).line + 1,
    from: oneLine(source.slice(from, to)),
    to: oneLine(source.slice(from, start) + (text ?? "/* removed */") + source.slice(end, to)),
  };
}
