import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import ops from "ndarray-ops";
import {
  checkGradient,
  emptyWithViews,
  flatFunction,
  layoutOf,
  shapedFromFlat,
  tie,
  type Layout,
  type Views,
} from "ndarray-params";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf, placesOf } from "../support/strided.ts";

describe("tie", () => {
  const template = { encoder: { w: [3, 2], b: 2 }, decoder: { w: [2, 3], b: 3 } } as const;

  it("leaves the tied leaf no elements of its own", () => {
    const { free } = tie(template, "decoder.w", "encoder.w", { transpose: true });
    expect(free.slots.map(({ path, offset }) => [path, offset])).to.deep.equal([
      ["encoder.w", 0],
      ["encoder.b", 6],
      ["decoder.b", 8],
    ]);
  });

  it("shows the same elements under both paths, transposed by strides", () => {
    const { free, join } = tie(template, "decoder.w", "encoder.w", { transpose: true });
    const [flat, own] = emptyWithViews(free);
    const { encoder, decoder } = join(own);
    expect([encoder.w === own.encoder.w, decoder.b === own.decoder.b]).to.deep.equal([true, true]);
    expect([decoder.w.data === flat.data, decoder.w.shape]).to.deep.equal([true, [2, 3]]);
    decoder.w.set(1, 2, 5);
    expect(encoder.w.get(2, 1)).to.equal(5);
  });

  it("keeps the axis of a batch in front of the transposed axes", () => {
    const { free, join } = tie(template, "decoder.w", "encoder.w", { transpose: true });
    const batch = ndarray(
      Float64Array.from({ length: 44 }, (_, i) => i),
      [4, 11],
    );
    const { decoder } = join(shapedFromFlat(batch, free));
    expect(decoder.w.shape).to.deep.equal([4, 2, 3]);
    // Row 3 of the batch begins at 33, and encoder.w[2,1] is its element 5.
    expect(decoder.w.get(3, 1, 2)).to.equal(38);
    expect(decoder.w.get(0, 0, 1)).to.equal(2);
  });

  it("shows the same view twice where nothing is transposed", () => {
    const { free, join } = tie(
      {
        list: [
          [2, 2],
          [2, 2],
        ],
        c: [],
      },
      "list.0",
      "list.1",
    );
    const [flat, own] = emptyWithViews(free);
    const { list } = join(own);
    expect([list[0] === list[1], flat.size]).to.deep.equal([true, 5]);
  });

  it("reads the same element at reversed indices, for any rank and a batch of any size", () => {
    const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
    const law = fc.property(shape, fc.option(fc.nat({ max: 3 })), (own, k) => {
      const layout = layoutOf({ first: 2, tied: own.toReversed(), last: [], own });
      const { free, join } = tie(layout as Layout, "tied", "own", { transpose: true });
      const data = Float64Array.from({ length: free.size * (k ?? 1) }, (_, i) => i);
      const flat = k === null ? data : ndarray(data, [k, free.size]);
      const views = join(shapedFromFlat(flat, free) as never) as Views<{ own: [1]; tied: [1] }>;
      const front = k === null ? [] : [k];
      expect(views.tied.shape).to.deep.equal([...front, ...own.toReversed()]);
      expect(views.own.shape).to.deep.equal([...front, ...own]);
      expect(placesOf(views.tied)).to.have.members(placesOf(views.own));
      for (let n = 0; n < 5 && views.own.size > 0; n++) {
        const index = own.map((axis, i) => (n + i) % axis);
        const at = front.map(() => n % k!);
        expect(views.tied.get(...at, ...index.toReversed())).to.equal(
          views.own.get(...at, ...index),
        );
      }
    });
    fc.assert(law, { seed: 12, numRuns: 300 });
  });

  it("ties several leaves one after the other", () => {
    const first = tie({ a: [2, 3], b: [3, 2], c: [2, 3] } as const, "c", "a");
    const second = tie(first.free, "b", "a", { transpose: true });
    const [flat, own] = emptyWithViews(second.free);
    const { a, b, c } = first.join(second.join(own));
    a.set(1, 2, 7);
    expect([flat.size, b.get(2, 1), c.get(1, 2)]).to.deep.equal([6, 7, 7]);
  });

  it("adds both uses up in one gradient, if the caller zeroes it and each adds", () => {
    // f = Σᵢⱼ (Wᵢⱼ)² + Σⱼᵢ (Vⱼᵢ)³ with V = Wᵀ
    const { free, join } = tie(template, "decoder.w", "encoder.w", { transpose: true });
    const [scratch, flat] = [ndarray(new Float64Array(6), [3, 2]), new Float64Array(free.size)];
    flat.set([1, -2, 3, 0.5, 0, -1]);
    const objective = flatFunction(
      free,
      (theta, gradient) => {
        const [views, slopes] = [join(theta), join(gradient)];
        for (const slope of [gradient.encoder.w, gradient.encoder.b, gradient.decoder.b]) {
          ops.assigns(slope, 0);
        }
        ops.muls(scratch, views.encoder.w, 2);
        ops.addeq(slopes.encoder.w, scratch);
        const cubes = scratch.transpose(1, 0);
        ops.mul(cubes, views.decoder.w, views.decoder.w);
        ops.mulseq(cubes, 3);
        ops.addeq(slopes.decoder.w, cubes);
        return elementsOf(views.encoder.w).reduce((sum, w) => sum + w ** 2 + w ** 3, 0);
      },
      2,
    );
    expect(checkGradient(objective, flat, free).worst).to.be.below(1e-8);
  });

  it("joins the same tree for the same views", () => {
    const { free, join } = tie(template, "decoder.w", "encoder.w", { transpose: true });
    const [, own] = emptyWithViews(free);
    const [, again, then] = [join(own), join(own), join(own)];
    expect(again).to.equal(then);
  });

  const wide = layoutOf(template) as ReturnType<typeof layoutOf>;
  const { free, join } = tie(template, "decoder.w", "encoder.w", { transpose: true });
  itRefuses([
    [
      "leaves of different shapes",
      () => tie(template, "decoder.w", "encoder.w"),
      RangeError,
      "tie: decoder.w has the shape [2, 3], encoder.w has [3, 2]",
    ],
    [
      "a transpose that only looks true",
      () => tie(template, "decoder.w", "encoder.w", { transpose: "yes" as never }),
      TypeError,
      'tie: transpose must be true or false, got "yes"',
    ],
    [
      "leaves of different shapes when transposed",
      () => tie(template, "decoder.b", "encoder.w", { transpose: true }),
      RangeError,
      "tie: decoder.b has the shape [3], encoder.w transposed has [2, 3]",
    ],
    [
      "a scalar for a vector",
      () => tie({ a: [], b: [1] }, "a", "b"),
      RangeError,
      "tie: a has the shape [], b has [1]",
    ],
    [
      "a path that is no string",
      () => tie(wide, 5 as never, "encoder.w"),
      TypeError,
      "tie: path must be a string, got 5",
    ],
    [
      "a source that is no string",
      () => tie(wide, "decoder.w", undefined as never),
      TypeError,
      "tie: path must be a string, got undefined",
    ],
    [
      "a misspelt leaf, naming the nearest",
      () => tie(wide, "decoder.v", "encoder.w"),
      RangeError,
      'tie: no leaf "decoder.v", the nearest is "decoder.w"',
    ],
    [
      "a misspelt source, naming the nearest",
      () => tie(wide, "decoder.w", "encoder.c"),
      RangeError,
      'tie: no leaf "encoder.c", the nearest is "encoder.w"',
    ],
    [
      "a leaf that is tied already",
      () => tie(free as Layout, "decoder.b", "decoder.w"),
      RangeError,
      'tie: no leaf "decoder.w", the nearest is "decoder.b"',
    ],
    [
      "a leaf tied to itself",
      () => tie(wide, "decoder.w", "decoder.w"),
      RangeError,
      "tie: decoder.w cannot be tied to itself",
    ],
    [
      "to join views of the whole template",
      () => join(emptyWithViews(template)[1] as never),
      TypeError,
      "tie: join: decoder.w: the template has a record here, got an ndarray",
    ],
    [
      "to join leaves that are not views",
      () => join({ encoder: { w: 1, b: 1 }, decoder: { w: {}, b: 1 } } as never),
      TypeError,
      "tie: join: encoder.w must be an ndarray, got 1",
    ],
  ]);
});
