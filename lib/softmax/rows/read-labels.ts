/** Labels say what the samples are: a class for each row, or a weight for each class. */
import type { NdArray, TypedArray } from "ndarray";
import { isBigInts, isFlatData, isNdArray, type FlatData } from "../../internal/arrays.ts";
import { checkReach } from "../../internal/checks.ts";
import { nameOf, shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { overlaps } from "../../internal/overlap.ts";
import { columnOf, type Elements } from "../../internal/read-flat.ts";
import { overlap } from "./read-scores.ts";

/** An array of numbers; bigints are left out. */
export type Numbers = Exclude<TypedArray, BigInt64Array | BigUint64Array> | number[];

/** The class of each row, or a matrix of the shape of the scores: the weight of each class. */
export type Labels = Numbers | NdArray<Numbers>;

/** The targets t of rows. */
export interface Targets {
  /** Whether a row is a class: t is 1 in its column, and 0 in all others. */
  readonly oneHot: boolean;
  /**
   * Writes `count` rows, from row `first` on: t to `floats` from `at` on, and the sum of each row from
   * `weights` on. Of classes it writes only themselves, in the place of the sums.
   */
  readonly fill: (
    floats: Float64Array,
    at: number,
    weights: number,
    first: number,
    count: number,
  ) => void;
}

/** @throws TypeError, RangeError if the labels do not fit to z, or if one is no class */
export function readLabels(call: string, labels: Labels, z: NdArray): Targets {
  const view = isNdArray<FlatData>(labels) ? labels : undefined;
  const data: unknown = view === undefined ? labels : view.data;
  if (!isFlatData(data) || isBigInts(data)) {
    throw wrongKind(call, "labels", "be an array or an ndarray of numbers", labels);
  }
  const [n, k] = z.shape as [number, number];
  if (view?.shape.length === 2) return readWeights(call, view, z, n, k);
  if (view !== undefined) {
    if (view.shape.length !== 1) {
      throw wrongNumber(call, "labels", "have rank 1 or 2", `shape ${shapeText(view.shape)}`);
    }
    checkReach(call, "labels", view);
  }
  const size = view === undefined ? data.length : view.shape[0]!;
  if (size !== n) {
    throw wrongNumber(call, "labels", `have ${n} elements, one for each row of z`, size);
  }
  const { offset, stride } = view ?? { offset: 0, stride: [1] };
  const elements = { data, size, offset, stride: stride[0]! };
  if (overlaps(z, columnOf(elements))) throw overlap(call, "labels");
  return classes(call, elements, k);
}

function classes(call: string, { data, size, offset, stride }: Elements, k: number): Targets {
  for (let i = 0; i < size; i++) {
    const label = data[offset + i * stride] as number;
    if (label >= 0 && label < k && Number.isInteger(label)) continue;
    throw wrongNumber(call, `labels[${i}]`, `be a class from 0 to ${k - 1}`, nameOf(label));
  }
  return {
    oneHot: true,
    fill(floats, _, weights, first, count) {
      let from = offset + first * stride;
      for (let i = 0; i < count; i++, from += stride) floats[weights + i] = data[from] as number;
    },
  };
}

function readWeights(
  call: string,
  view: NdArray<FlatData>,
  z: NdArray,
  n: number,
  k: number,
): Targets {
  if (view.shape[0] !== n || view.shape[1] !== k) {
    const got = `shape ${shapeText(view.shape)}`;
    throw wrongNumber(call, "labels", `have the shape ${shapeText(z.shape)} of z`, got);
  }
  checkReach(call, "labels", view);
  if (overlaps(z, view)) throw overlap(call, "labels");
  const { data, offset } = view;
  const [down, right] = view.stride as [number, number];
  return {
    oneHot: false,
    fill(floats, at, weights, first, count) {
      for (let i = 0; i < count; i++) {
        let from = offset + (first + i) * down;
        let weight = 0;
        for (let j = 0; j < k; j++, from += right) weight += floats[at++] = data[from] as number;
        floats[weights + i] = weight;
      }
    },
  };
}
