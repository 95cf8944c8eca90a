import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import {
  emptyWithViews,
  flatFunction,
  labelOf,
  layoutOf,
  leaves,
  partition,
  shapedFromFlat,
  transfer,
} from "ndarray-params";
import { randomTemplate } from "../support/random-templates.ts";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf } from "../support/strided.ts";

describe("partition", () => {
  const template = {
    encoder: { w: [3, 2], b: 2 },
    layers: [{ w: [2, 2] }, [[2], 3], { w: [1, 2] }],
    scale: [],
  } as const;

  it("splits a template in two, each leaf under the path it had, worked by hand", () => {
    const { free, fixed } = partition(template, ["encoder.w", "layers.1"]);
    const places = (layout: typeof free | typeof fixed) =>
      layout.slots.map(({ path, shape, offset }) => [path, shape, offset]);
    expect(places(free)).to.deep.equal([
      ["encoder.b", [2], 0],
      ["layers.0.w", [2, 2], 2],
      ["layers.2.w", [1, 2], 6],
      ["scale", [], 8],
    ]);
    expect(places(fixed)).to.deep.equal([
      ["encoder.w", [3, 2], 0],
      ["layers.1.0", [2], 6],
      ["layers.1.1", [3], 8],
    ]);
    expect(labelOf(fixed, 9)).to.equal("layers.1.1[1]");
  });

  it("shows one tree of views whose leaves lie in two buffers", () => {
    const { free, fixed, join } = partition(template, ["encoder"]);
    const [theta, freeViews] = emptyWithViews(free);
    const [frozen, fixedViews] = emptyWithViews(fixed);
    const { encoder, layers, scale } = join(freeViews, fixedViews);
    expect([encoder.w.data, encoder.b.data]).to.deep.equal([frozen.data, frozen.data]);
    expect([layers[1][1].data === theta.data, scale.data === theta.data]).to.deep.equal([
      true,
      true,
    ]);
    expect([encoder.w, scale]).to.deep.equal([fixedViews.encoder.w, freeViews.scale]);
  });

  it("lets an optimizer see the free part alone, and puts nothing together in a step", () => {
    const { free, fixed, join } = partition({ slope: [], offset: [] }, ["offset"]);
    const [, frozen] = emptyWithViews(fixed);
    frozen.offset.set(10);
    const trees = new Set<object>();
    const objective = flatFunction(free, (theta) => {
      const views = join(theta, frozen);
      trees.add(views);
      return (views.slope.get() - 3) ** 2 + views.offset.get();
    });
    const flat = new Float64Array(1);
    for (let i = 0; i < 9; i++) {
      const slope = (objective([flat[0]! + 1]) - objective([flat[0]! - 1])) / 2;
      flat[0]! -= slope / 4;
    }
    expect(flat[0]).to.be.closeTo(3, 0.01);
    trees.clear();
    for (let i = 0; i < 9; i++) objective(flat);
    expect(trees.size).to.be.at.most(3);
  });

  it("joined again is the whole, filled by path", () => {
    const law = fc.property(
      randomTemplate,
      fc.array(fc.nat(), { maxLength: 3 }),
      (random, picks) => {
        const layout = layoutOf(random);
        const { slots, size } = layout;
        fc.pre(slots.length > 0);
        // Some leaves, and what contains the first of them.
        const paths = picks.map((pick, i) => {
          const { path } = slots[pick % slots.length]!;
          return i === 0 && path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : path;
        });
        const isFrozen = (path: string): boolean =>
          paths.some((own) => path === own || path.startsWith(`${own}.`));
        const { free, fixed, join } = partition(layout, paths);
        const own = (part: typeof free) => part.slots.map(({ path }) => path);
        const all = slots.map(({ path }) => path);
        expect(own(free)).to.deep.equal(all.filter((path) => !isFrozen(path)));
        expect(own(fixed)).to.deep.equal(all.filter(isFrozen));

        const whole = Float64Array.from({ length: size }, (_, i) => i);
        const [theta, freeViews] = emptyWithViews(free);
        const [frozen, fixedViews] = emptyWithViews(fixed);
        transfer(whole, layout, theta, free);
        transfer(whole, layout, frozen, fixed);
        const found = leaves(join(freeViews, fixedViews) as object, layout);
        for (const [i, [path, view]] of leaves(shapedFromFlat(whole, layout), layout).entries()) {
          const [ownPath, again] = found[i]! as (typeof found)[number] & [string, typeof view];
          expect([ownPath, again.shape, elementsOf(again)]).to.deep.equal([
            path,
            view.shape,
            elementsOf(view),
          ]);
        }
        expect(theta.size + frozen.size).to.equal(size);
      },
    );
    fc.assert(law, { seed: 11, numRuns: 200 });
  });

  it("joins anew if a tree is not frozen or has another partner", () => {
    const { free, fixed, join } = partition([1, 2], ["1"]);
    const [, [a]] = emptyWithViews(free);
    const [, first] = emptyWithViews(fixed);
    const [, second] = emptyWithViews(fixed);
    const own = [a, {}] as const;
    const trees = [0, 1, 2].map(() => join(own, first));
    expect(new Set(trees).size).to.equal(3);
    const kept = Object.freeze([a, {}] as const);
    for (let i = 0; i < 3; i++) {
      expect(join(kept, first)[1]).to.equal(first[1]);
      expect(join(kept, second)[1]).to.equal(second[1]);
    }
  });

  it("joins batches", () => {
    const { free, fixed, join } = partition({ a: 2, b: 1 }, ["a"]);
    const batch = shapedFromFlat(ndarray(new Float64Array(3), [3, 1]), free);
    const { a, b } = join(batch, emptyWithViews(fixed)[1]);
    expect([a.shape, b.shape]).to.deep.equal([[2], [3, 1]]);
  });

  const wide = layoutOf(template) as ReturnType<typeof layoutOf>;
  const { free, fixed, join } = partition(template, ["encoder"]);
  const [, freeViews] = emptyWithViews(free);
  const [, fixedViews] = emptyWithViews(fixed);
  itRefuses([
    [
      "an unknown path, naming the nearest",
      () => partition(wide, ["scale", "encodr"]),
      RangeError,
      'partition: no entry "encodr", the nearest is "encoder"',
    ],
    [
      "a path that is not a string",
      () => partition(wide, [1 as never]),
      TypeError,
      "partition: path must be a string, got 1",
    ],
    [
      "a path that is not in a list",
      () => partition(wide, "encoder" as never),
      TypeError,
      'partition: paths must be a list, got "encoder"',
    ],
    [
      "to join the parts the wrong way round",
      () => join(fixedViews as never, freeViews as never),
      TypeError,
      "partition: join: encoder.w: the template has a record here, got an ndarray",
    ],
    [
      "to join half a part",
      () => join(freeViews, {} as never),
      TypeError,
      "partition: join: encoder is missing",
    ],
    [
      "to join one part with none",
      () => join({ ...freeViews }, undefined as never),
      TypeError,
      "partition: join: the template has a record here, got undefined",
    ],
  ]);
});
