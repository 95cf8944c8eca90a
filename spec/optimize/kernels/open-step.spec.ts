/** The kernels of the rules have the bits of their loops, which other specs hold to formulas. */
import { expect } from "chai";
import { openStep } from "../../../lib/optimize/kernels/open-step.ts";
import { stepLoops } from "../../../lib/optimize/kernels/step-loops.ts";
import type { Numbers, StepName } from "../../../lib/optimize/kernels/step-loop.ts";
import { differences, drawn, kinds, places, sizes, type Floats, type Kind } from "./drawn.ts";

/** The rows, rates and constants of a step. */
interface Case {
  readonly rows: number;
  readonly rates: number;
  readonly constants: readonly number[];
}

const cases: Readonly<Record<StepName, Case>> = {
  gradientDescent: { rows: 3, rates: 2, constants: [] },
  nesterov: { rows: 3, rates: 2, constants: [] },
  adam: { rows: 4, rates: 2, constants: [0.9, 0.999, 1e-8] },
  adamAhead: { rows: 5, rates: 2, constants: [0.8, 0.99, 1e-3] },
  adamW: { rows: 4, rates: 2, constants: [0.9, 0.999, 1e-8] },
  rmsProp: { rows: 4, rates: 2, constants: [0.9, 1e-8, 0, 0, Infinity] },
  rmsPropAdapted: { rows: 5, rates: 1, constants: [0.7, 1e-8, 0.1, 0.01, 1.5] },
  adadelta: { rows: 5, rates: 2, constants: [0.95, 1e-4] },
  rprop: { rows: 4, rates: 0, constants: [1.2, 0.5, 1e-6, 1] },
};

const one = (value: number): Numbers => ({ data: Float64Array.of(value), offset: 0, stride: 0 });

/** A rate with numbers of its own for all elements, every third of an array from its end on. */
function each(Data: Kind, seed: number, size: number): Numbers {
  const data = new Data(drawn(seed, 3 * size, false).map(Math.abs));
  return { data, offset: 3 * size - 1, stride: -3 };
}

/** Three steps by `openStep` and by the loop; the rows and results of both. */
function both(
  name: StepName,
  rows: readonly Floats[],
  rates: readonly Numbers[],
): [found: Floats[], want: Floats[]] {
  const { constants } = cases[name];
  const copies = rows.map((row) => row.slice());
  const move = openStep(name, rows, rates, constants);
  const [found, want]: [number[], number[]] = [[], []];
  for (const [first, second] of [
    [0.3, 0.01],
    [0.7, 0.02],
    [1, 1],
  ] as const) {
    found.push(move(first, second));
    want.push(stepLoops[name](copies, rates, Float64Array.of(first, second, ...constants)));
  }
  return [
    [...rows, Float64Array.from(found)],
    [...copies, Float64Array.from(want)],
  ];
}

for (const [key, { rows, rates }] of Object.entries(cases)) {
  const name = key as StepName;
  describe(`a step of ${name}`, () => {
    for (const [place, makerOf] of Object.entries(places)) {
      it(`has the bits of its loop, with rows in ${place}`, () => {
        const wrong = kinds.flatMap((Data) =>
          sizes.flatMap((size, s) => {
            const make = makerOf();
            const made = Array.from({ length: rows }, (_, k) => {
              const numbers = drawn(10 * s + k, size, s % 2 === 1);
              return make(Data, k < 2 ? numbers : numbers.map(Math.abs), k);
            });
            const own = Array.from({ length: rates }, (_, k) =>
              (s + k) % 3 === 0 ? each(kinds[(s + k) % 2]!, s, size) : one(0.4 + k / 9),
            );
            return differences(...both(name, made, own)).map(
              (what) => `${Data.name} ${size}: ${what}`,
            );
          }),
        );
        expect(wrong).to.deep.equal([]);
      });
    }
  });
}

describe("a step whose rows a kernel cannot take", () => {
  const size = 300;
  const rows = (): [Float64Array, Float64Array, Float64Array] => [
    drawn(1, size + 1, false),
    drawn(2, size, false),
    drawn(3, size, false),
  ];

  it("reads a rate where it writes x, element by element as its loop does", () => {
    const [all, g, step] = rows();
    const data = all.slice();
    const rate = (memory: Float64Array): Numbers => ({ data: memory, offset: 0, stride: 1 });
    const [found, want] = [all, data].map((memory) => [memory.subarray(1), g, step.slice()]);
    openStep("gradientDescent", found!, [rate(all), one(0.5)])();
    stepLoops.gradientDescent(want!, [rate(data), one(0.5)], new Float64Array(2));
    expect(differences(found!, want!)).to.deep.equal([]);
  });

  it("takes a gradient of another type without rounding it", () => {
    const [, g, step] = rows();
    const x = new Float32Array(g);
    const [found, want] = [0, 0].map(() => [x.slice(), g, new Float32Array(step)]);
    openStep("gradientDescent", found!, [one(0.3), one(0.5)])();
    stepLoops.gradientDescent(want!, [one(0.3), one(0.5)], new Float64Array(2));
    expect(differences(found!, want!)).to.deep.equal([]);
  });
});
