/** Makes a drawn call by ndarray-ops and by our own functions, and compares everything. */
import { isDeepStrictEqual } from "node:util";
import generated from "ndarray-ops";
import own from "ndarray-params/ops";
import { isFloats } from "../../../lib/internal/arrays.ts";
import { drawer } from "../gemm/matrices.ts";
import { drawnCall, type DrawnCall } from "./draw-call.ts";

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

interface Outcome {
  readonly result: unknown;
  readonly error: { readonly name: string; readonly message: string } | undefined;
}

/** Runs a call with a Math.random of its own, which `random` calls. */
function outcomeOf(functions: Functions, { name, args }: DrawnCall): Outcome {
  const { random } = Math;
  const draw = drawer(7);
  Math.random = () => draw(2 ** 30) / 2 ** 30;
  try {
    const result = functions[name]!(...args);
    return { result: result === args[0] ? "the first view" : result, error: undefined };
  } catch (error) {
    return { result: undefined, error: error as Error };
  } finally {
    Math.random = random;
  }
}

/** Elements are compared as numbers: an engine may choose the bits of a NaN. */
const areSame = (one: unknown, other: unknown): boolean =>
  isFloats(one) && isFloats(other)
    ? one.length === other.length && one.every((number, i) => Object.is(number, other[i]))
    : isDeepStrictEqual(one, other);

/**
 * @returns whether the call was refused
 * @throws Error that tells the call, if results, elements, or errors differ
 */
export function checkCall(seed: number, most?: number): boolean {
  const [theirs, ours] = [drawnCall(seed, most), drawnCall(seed, most)];
  const wanted = outcomeOf(generated as unknown as Functions, theirs);
  const got = outcomeOf(own as unknown as Functions, ours);
  const differ = (what: string, one: unknown, other: unknown): Error =>
    new Error(`${ours.told}: ${what} is ${String(other)} and not ${String(one)}`);
  if (!isDeepStrictEqual(got.result, wanted.result)) {
    throw differ("the result", wanted.result, got.result);
  }
  const fits =
    wanted.error?.name === got.error?.name &&
    (wanted.error === undefined || got.error!.message.endsWith(wanted.error.message));
  if (!fits) throw differ("the error", wanted.error, got.error);
  for (const [k, base] of theirs.bases.entries()) {
    if (!areSame(ours.bases[k], base)) throw differ(`the data of view ${k}`, base, ours.bases[k]);
  }
  return wanted.error !== undefined;
}
