/** Makes functions of the five texts of their kernels. */
import { indexOfBest, type Best } from "./index-of-best.ts";
import type { Kernels, View } from "./operands.ts";
import { STOP } from "./stop-walk.ts";
import { walk, walkOne } from "./walk.ts";

/** `choose` gives the x of kernels whose x is a function, at the first call, and x keeps it. */
export const writes1 =
  (call: string, kernels: Kernels, choose?: () => unknown, x?: unknown) =>
  <V extends View>(a: V): V => {
    walkOne(call, true, (x ??= choose?.()), kernels, a);
    return a;
  };

export const writes1s =
  (call: string, kernels: Kernels) =>
  <V extends View>(a: V, x: unknown): V => {
    walkOne(call, true, x, kernels, a);
    return a;
  };

export const writes2 =
  (call: string, kernels: Kernels, choose?: () => unknown, x?: unknown) =>
  <V extends View>(a: V, b: View): V => {
    walk(call, 2, true, (x ??= choose?.()), kernels, a, b, b);
    return a;
  };

export const writes2s =
  (call: string, kernels: Kernels) =>
  <V extends View>(a: V, b: View, x: unknown): V => {
    walk(call, 2, true, x, kernels, a, b, b);
    return a;
  };

export const writes3 =
  (call: string, kernels: Kernels) =>
  <V extends View>(a: V, b: View, c: View): V => {
    walk(call, 3, true, undefined, kernels, a, b, c);
    return a;
  };

/** `first` is the x before the first element; `finish` makes the result of the x after the last. */
export const reduces1 =
  <R>(call: string, first: unknown, kernels: Kernels, finish?: (x: unknown) => unknown) =>
  (a: View): R => {
    const x = walkOne(call, false, first, kernels, a);
    return (finish ? finish(x) : x) as R;
  };

export const reduces2 =
  (call: string, kernels: Kernels) =>
  (a: View, b: View): boolean =>
    walk(call, 2, false, undefined, kernels, a, b, b) !== STOP;

export const finds1 =
  (call: string, first: number, kernels: Kernels) =>
  (a: View): number[] => {
    const best: Best = [first, -1, 0];
    walkOne(call, false, best, kernels, a);
    return indexOfBest(a, best);
  };
