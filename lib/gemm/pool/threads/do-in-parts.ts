import { doOpenParts, messageCount, openParts, State, waitForPart } from "./protocol.ts";
import type { PoolMemory } from "./protocol.ts";

/**
 * The calling thread's side of work that was written: it opens the parts, does some of them and waits
 * for the others. Returns false if a thread has ended inside a part, whose result may be anything.
 */
export function doInParts(
  memory: PoolMemory,
  parts: number,
  work: (part: number) => void,
  patience?: number,
): boolean {
  const errors: unknown[] = [];
  openParts(memory, parts);
  doOpenParts(memory, messageCount(memory), "first", (part) => {
    try {
      work(part);
    } catch (error) {
      errors.push(error);
    }
    return true;
  });
  // All parts are settled before any is repeated, so that none is still open if that throws.
  const failed = [];
  for (let part = 0; part < parts; part++) {
    const state = waitForPart(memory, part, patience);
    if (state === State.silent) return false;
    if (state === State.failed) failed.push(part);
  }
  if (errors.length > 0) throw errors[0];
  failed.forEach(work);
  return true;
}
