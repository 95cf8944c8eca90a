/** Faults of a file system, injected into the calls of file handles while a test runs. */
import { open, type FileHandle } from "node:fs/promises";

type Method = "write" | "read" | "sync" | "datasync" | "stat";
type Call = (...args: never[]) => Promise<unknown>;

export const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: injected`), { code });

/**
 * Runs `body` with one method of all file handles replaced. `fault` gets the original method bound
 * to the handle, the number of the call, and the arguments.
 */
export async function withFault(
  method: Method,
  fault: (original: Call, count: number, ...args: never[]) => Promise<unknown>,
  body: () => Promise<void>,
): Promise<void> {
  const handle = await open("package.json");
  const prototype = Object.getPrototypeOf(handle) as Record<Method, Call>;
  await handle.close();
  const original = prototype[method];
  let count = 0;
  prototype[method] = function replaced(this: FileHandle, ...args: never[]) {
    return fault(original.bind(this), count++, ...args);
  };
  try {
    await body();
  } finally {
    prototype[method] = original;
  }
}
