import { expect } from "chai";
import fc from "fast-check";
import { layoutOf, perPart, subflat, type Layout } from "ndarray-params";
import { randomTemplate } from "../support/random-templates.ts";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf } from "../support/strided.ts";

const template = {
  encoder: { w: [2, 2], b: 2, none: [0] },
  layers: [
    { w: [1, 2], b: 1 },
    { w: [1, 2], b: 1 },
  ],
  scale: [],
} as const;

describe("perPart", () => {
  for (const [what, numbers, otherwise, want] of [
    ["has one number where no path leads", {}, 3, Array(13).fill(3)],
    [
      "has the number of a record in all its leaves",
      { encoder: 2 },
      0,
      [...Array<number>(6).fill(2), 0, 0, 0, 0, 0, 0, 0],
    ],
    [
      "has the number of the longer path, whatever the order",
      { "layers.1.b": 5, "layers.1": 4, layers: 3, "layers.0.w": 2 },
      1,
      [1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 4, 5, 1],
    ],
    [
      "needs no other number if the paths lead to all leaves",
      { encoder: 1, layers: 2, scale: 3 },
      undefined,
      [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3],
    ],
    [
      "takes infinities, which are bounds",
      { encoder: -Infinity, "encoder.b": 0, scale: Infinity },
      1,
      [...Array<number>(4).fill(-Infinity), 0, 0, 1, 1, 1, 1, 1, 1, Infinity],
    ],
  ] as const) {
    it(what, () => {
      const flat = perPart(template, numbers, otherwise);
      expect([flat.shape, flat.offset, flat.stride]).to.deep.equal([[13], 0, [1]]);
      expect([...flat.data]).to.deep.equal(want);
    });
  }

  it("takes an array for the entries of a list", () => {
    expect([...perPart([2, [2, 1], []], [1, 2], 3).data]).to.deep.equal([1, 1, 2, 2, 3]);
  });

  it("asks a function for each leaf, with its path and shape", () => {
    const asked: string[] = [];
    const flat = perPart(layoutOf(template), ({ path, shape }) => {
      asked.push(path);
      return shape.length < 2 ? 0 : 0.01;
    });
    expect(asked).to.deep.equal(layoutOf(template).slots.map(({ path }) => path));
    expect([...flat.data]).to.deep.equal(
      [1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0].map((v) => v * 0.01),
    );
  });

  it("has at every leaf the number of the longest path that begins its own", () => {
    const numbered = randomTemplate.chain((random) => {
      const layout: Layout = layoutOf(random);
      const paths = new Set<string>();
      for (const { path } of layout.slots) {
        const keys = path.split(".");
        keys.forEach((_, i) => paths.add(keys.slice(0, i + 1).join(".")));
      }
      const some = fc.shuffledSubarray([...paths]);
      return some.map((chosen) => ({ layout, numbers: chosen.map((path, i) => [path, i + 1]) }));
    });
    const law = fc.property(numbered, ({ layout, numbers }) => {
      const flat = perPart(layout, Object.fromEntries(numbers) as Record<string, number>, 0);
      for (const { path, size } of layout.slots) {
        let [longest, want] = ["", 0];
        for (const [prefix, number] of numbers as [string, number][]) {
          const leads = path === prefix || path.startsWith(`${prefix}.`);
          if (leads && prefix.length > longest.length) [longest, want] = [prefix, number];
        }
        expect(elementsOf(subflat(flat, layout, path))).to.deep.equal(Array(size).fill(want));
      }
    });
    fc.assert(law, { seed: 7, numRuns: 200 });
  });

  itRefuses([
    [
      "a misspelt path, and names the nearest",
      () => perPart(template, { "encoder.x": 1 } as never, 0),
      RangeError,
      'perPart: no entry "encoder.x", the nearest is "encoder.w"',
    ],
    [
      "a leaf without a number",
      () => perPart(template, { encoder: 1 }),
      RangeError,
      "perPart: no path leads to layers.0.w, and the argument otherwise is missing",
    ],
    [
      "a NaN",
      () => perPart(template, { encoder: NaN }, 0),
      RangeError,
      "perPart: the number of encoder must be a number and not NaN, got NaN",
    ],
    [
      "a text as number",
      () => perPart(template, { encoder: "1" } as never, 0),
      TypeError,
      'perPart: the number of encoder must be a number, got "1"',
    ],
    [
      "a function that returns nothing",
      () => perPart(template, (() => {}) as never),
      TypeError,
      "perPart: the number of encoder.w must be a number, got undefined",
    ],
    [
      "a NaN for all others",
      () => perPart(template, {}, NaN),
      RangeError,
      "perPart: otherwise must be a number and not NaN, got NaN",
    ],
    [
      "one number in place of many",
      () => perPart(template, 1 as never),
      TypeError,
      "perPart: numbers must be numbers by path or a function of a leaf, got 1",
    ],
    [
      "a Map, which would say nothing",
      () => perPart(template, new Map([["encoder", 1]]) as never, 0),
      TypeError,
      "perPart: numbers must be numbers by path or a function of a leaf, got a Map",
    ],
    [
      "null in place of numbers",
      () => perPart(template, null as never),
      TypeError,
      "perPart: numbers must be numbers by path or a function of a leaf, got null",
    ],
  ]);
});
