/** A seed gives the same numbers in the same logical order, whatever the strides of the view. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import {
  constant,
  heNormal,
  lecunUniform,
  orthogonal,
  randomizeNormal,
  randomizeUniform,
  stream,
  truncatedNormal,
} from "ndarray-params/initialize";

type View = NdArray<Float64Array>;
const random = () => stream("any strides");

const schemes: Readonly<Record<string, (view: View) => void>> = {
  randomizeNormal: (view) => randomizeNormal(view, 1, 2, random()),
  randomizeUniform: (view) => randomizeUniform(view, -1, 3, random()),
  truncatedNormal: (view) => truncatedNormal(view, 0, 1, random()),
  heNormal: (view) => heNormal(view, random(), { fan: { in: 0, out: 1 } }),
  lecunUniform: (view) => lecunUniform(view, random(), { fan: { in: 0, out: 1 } }),
  constant: (view) => constant(view, 7),
  orthogonal: (view) => orthogonal(view, random(), { shape: [6, 4] }),
};

/** More than a block of 512 numbers, rows longer than a block, and rows of one number. */
const shapes = [
  [2, 3, 4],
  [3, 2, 2, 2],
  [5, 4, 6, 5],
  [2, 600],
  [2, 2, 300, 1],
  [1, 24],
];

/** The axes in memory, the innermost first, and the signs of their strides. */
const layouts: Readonly<Record<string, (rank: number) => [axis: number, sign: 1 | -1][]>> = {
  "the last axis innermost, with gaps": (rank) =>
    Array.from({ length: rank }, (_, i) => [rank - 1 - i, 1]),
  "the first axis innermost": (rank) => Array.from({ length: rank }, (_, i) => [i, 1]),
  "every axis backward": (rank) => Array.from({ length: rank }, (_, i) => [rank - 1 - i, -1]),
  "the axes mixed, every second one backward": (rank) =>
    Array.from({ length: rank }, (_, i) => [(i + 1) % rank, i % 2 === 0 ? -1 : 1]),
};

function viewOf(shape: readonly number[], order: readonly [number, 1 | -1][]): View {
  const stride = Array<number>(shape.length);
  let step = 2; // there is a gap beside each element
  let offset = 1;
  for (const [axis, sign] of order) {
    stride[axis] = sign * step;
    if (sign < 0) offset += (shape[axis]! - 1) * step;
    step *= shape[axis]!;
  }
  return ndarray(new Float64Array(step + 1).fill(NaN), [...shape], stride, offset);
}

/** The elements in logical order. */
function elementsOf(view: View): number[] {
  return Array.from({ length: view.size }, (_, i) => {
    const at: number[] = [];
    for (let axis = view.shape.length - 1, rest = i; axis >= 0; axis--) {
      at[axis] = rest % view.shape[axis]!;
      rest = Math.floor(rest / view.shape[axis]!);
    }
    return view.get(...at);
  });
}

describe("the numbers of a seed, in logical order,", () => {
  for (const [name, scheme] of Object.entries(schemes)) {
    for (const [layout, orderOf] of Object.entries(layouts)) {
      it(`are the same with ${layout}: ${name}`, () => {
        for (const shape of shapes) {
          const size = shape.reduce((all, own) => all * own);
          if (name === "orthogonal" && size % 24 !== 0) continue;
          const plain = ndarray(new Float64Array(size), [...shape]);
          scheme(plain);
          const view = viewOf(shape, orderOf(shape.length));
          scheme(view);
          expect(elementsOf(view), shape.join()).to.deep.equal([...plain.data]);
          const untouched = view.data.filter(Number.isNaN);
          expect(untouched, shape.join()).to.have.length(view.data.length - size);
        }
      });
    }
  }
});
