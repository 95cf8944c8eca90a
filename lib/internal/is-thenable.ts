/** Whether a value is a promise of any realm or library. */
export const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as { then?: unknown }).then === "function";

/** Lets go of a promise that nobody waits for, because its failure would end the process. */
export function letGo(value: unknown): void {
  if (isThenable(value)) value.then(undefined, () => {});
}
