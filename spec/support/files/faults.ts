/** Faults of a file system, injected into the calls of file handles while a test runs. */
import promises, { open, type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

type Method = "write" | "read" | "sync" | "datasync" | "stat" | "chown" | "chmod";
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
  body: () => Promise<unknown>,
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

type Name = "copyFile" | "link" | "lstat" | "readdir" | "readFile" | "rename" | "stat" | "unlink";

/**
 * Runs `body` with one function of node:fs/promises replaced. `fault` gets the original function
 * and the arguments.
 */
export async function withFaultOf<N extends Name>(
  name: N,
  fault: (original: (typeof promises)[N], ...args: never[]) => Promise<unknown>,
  body: () => Promise<unknown>,
): Promise<void> {
  const original = promises[name];
  promises[name] = ((...args: never[]) => fault(original, ...args)) as never;
  syncBuiltinESMExports();
  try {
    await body();
  } finally {
    promises[name] = original;
    syncBuiltinESMExports();
  }
}

/** A fault that is always the same error of the system. */
export const failing = (code: string) => async (): Promise<never> => {
  throw systemError(code);
};
