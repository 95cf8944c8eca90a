import type { Rows } from "../../../internal/threads/share-rows.ts";
import { exportsOn } from "../../../internal/wasm/exports-on.ts";
import type { FunctionNumbers } from "./function-numbers.ts";
import { doInParts } from "./do-in-parts.ts";
import { MOST_PARTS, type PoolMemory } from "./protocol.ts";
import { writeRows } from "./rows-numbers.ts";

/**
 * The calling thread's side of rows: each part is some of them. Returns false if a thread has ended
 * inside a part.
 */
export function doRowsInParts(
  memory: PoolMemory,
  { kernel, name, memory: own, count, each: least, args }: Rows,
  numberOf: FunctionNumbers,
  patience?: number,
): boolean {
  const each = Math.max(least, Math.ceil(count / MOST_PARTS));
  const work = exportsOn(kernel, own)![name]!;
  const { arena, of } = numberOf(kernel, name, own);
  writeRows(memory, { arena, of, count, each, args });
  return doInParts(
    memory,
    Math.ceil(count / each),
    (part) => {
      const first = part * each;
      work(first, Math.min(first + each, count), own.scratch, ...args);
    },
    patience,
  );
}
