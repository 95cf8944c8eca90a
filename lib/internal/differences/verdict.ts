/** Judges a derivative that a user wrote by one that differences estimate. */
import type { DType } from "../arrays.ts";
import type { Estimate } from "./estimate.ts";

/** The judgement of one derivative. */
export interface Verdict {
  /**
   * The least by which the two derivatives differ, relative to the larger one:
   * max(0, |analytic - numeric| - uncertainty) / max(|analytic|, |numeric|). Infinity if one of them
   * is not finite.
   */
  readonly worst: number;
  /**
   * Whether the differences could tell. If `worst` is above 1e-6 (1e-3 in float32), the derivatives
   * differ by more than 10 times the uncertainty, or the analytic one is not finite. Otherwise an
   * error of 1 % would have been seen, or one of 1e-9 of the function for a change of x by its size.
   */
  readonly sure: boolean;
  /** The derivative that was written. */
  readonly analytic: number;
  /** The difference quotient. */
  readonly numeric: number;
  /** The difference quotient is hardly ever wrong by more than this, in the same unit. */
  readonly uncertainty: number;
}

/** The verdict on no derivative. */
export const nothing: Verdict = { worst: 0, sure: true, analytic: 0, numeric: 0, uncertainty: 0 };

/** A right derivative is hardly ever above it. */
const limitOf = (dtype: DType): number => (dtype === "float64" ? 1e-6 : 1e-3);

export function judge(
  analytic: number,
  { value: numeric, error: uncertainty, unit }: Estimate,
  dtype: DType,
): Verdict {
  const difference = Math.abs(analytic - numeric);
  const larger = Math.max(Math.abs(analytic), Math.abs(numeric));
  const excess = difference > uncertainty ? (difference - uncertainty) / larger : 0;
  const worst = difference < Infinity ? excess : Infinity;
  const told =
    worst > limitOf(dtype)
      ? difference > 10 * uncertainty
      : uncertainty <= Math.max(1e-3 * larger, 1e-10 * unit);
  return { worst, sure: told || !Number.isFinite(analytic), analytic, numeric, uncertainty };
}

/** The gravest verdict in each leaf that has elements. `verdictOn` judges the element at an index. */
export const gravestByLeaf = <V extends Verdict>(
  slots: readonly { readonly path: string; readonly offset: number; readonly size: number }[],
  dtype: DType,
  verdictOn: (path: string, index: number) => V,
): V[] =>
  slots
    .filter(({ size }) => size > 0)
    .map(({ path, offset, size }) =>
      gravest(
        Array.from({ length: size }, (_, i) => verdictOn(path, offset + i)),
        dtype,
      ),
    );

/** The verdict that matters most: surely wrong, then perhaps wrong, perhaps right, surely right. */
export function gravest<V extends Verdict>(verdicts: readonly V[], dtype: DType): V {
  // All that are not sure have one rank: the worst of them is a wrong one, if there is any.
  const gravity = ({ worst, sure }: V): number => (sure ? (worst > limitOf(dtype) ? 2 : 0) : 1);
  return verdicts.reduce((a, b) => {
    const more = gravity(b) - gravity(a);
    return more > 0 || (more === 0 && b.worst > a.worst) ? b : a;
  });
}
