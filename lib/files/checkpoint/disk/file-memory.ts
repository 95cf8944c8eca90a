/** Memory for files, which may be larger than what a machine has. */

/** @param what the call, the file, and the thing that the memory is for, as an error says it */
export function allocate(what: string, byteLength: number): ArrayBuffer {
  try {
    return new ArrayBuffer(byteLength);
  } catch (cause) {
    const got = `takes ${byteLength} bytes of memory, more than can be had`;
    throw new RangeError(`${what} ${got}`, { cause });
  }
}
