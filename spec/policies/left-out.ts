/** Tests that need what cannot run under a policy, so that they are left out of the second run. */

/** The tests by the beginning of their full titles or a part of them, each with the reason. */
export const leftOut: readonly (readonly [titles: RegExp, reason: string])[] = [
  [/^ndarray-gemm\b/, "ndarray-gemm generates code"],
  [/gives the bits of ndarray-gemm/, "ndarray-gemm generates code"],
  [/^ndarray-ops:/, "ndarray-ops generates code"],
  [/^ops on \d+ drawn calls/, "it compares with ndarray-ops, which generates code"],
  [/^the functions of ops are (those|one by one)/, "it compares with ndarray-ops"],
  [/^ndarray, by laws/, "ndarray generates code"],
  [/^our own classes of views are ndarray's/, "it compares with ndarray, which generates code"],
  [/^where code may be generated/, "no code may be generated"],
];

export const isLeftOut = (title: string): boolean => leftOut.some(([titles]) => titles.test(title));
