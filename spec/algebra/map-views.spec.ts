import { expect } from "chai";
import fc from "fast-check";
import ops from "ndarray-ops";
import { emptyWithViews, layoutOf, leaves, mapViews } from "ndarray-params";
import { randomTemplate } from "../support/random-templates.ts";
import { itRefuses } from "../support/refuses.ts";

describe("mapViews", () => {
  const template = { layers: [{ w: [2, 2], b: 2 }], scale: [] } as const;

  it("builds a tree from what several trees have at each leaf", () => {
    const [flat, views] = emptyWithViews(template);
    const [, gradient] = emptyWithViews(template, { dtype: "float32" });
    flat.data.set([1, 2, 3, 4, 5, 6, 7]);
    mapViews(template, (view) => ops.assigns(view, 2), gradient);
    const rates = { layers: [{ w: 1, b: 10 }], scale: 100 } as const;
    const result = mapViews(
      template,
      (view, slope, rate, path) => {
        ops.muls(slope, slope, rate);
        ops.subeq(view, slope);
        return path;
      },
      views,
      gradient,
      rates,
    );
    expect([...flat.data]).to.deep.equal([-1, 0, 1, 2, -15, -14, -193]);
    expect(result).to.deep.equal({
      layers: [{ w: "layers.0.w", b: "layers.0.b" }],
      scale: "scale",
    });
    expect(Object.isFrozen(result) && Object.isFrozen(result.layers[0])).to.equal(true);
  });

  it("of the views alone is the same tree of the same views, in layout order", () => {
    const law = fc.property(randomTemplate, (random) => {
      const layout = layoutOf(random);
      const [, views] = emptyWithViews(layout);
      const order: string[] = [];
      const same = mapViews(layout, (view, path) => (order.push(path), view), views);
      expect(order).to.deep.equal(layout.slots.map(({ path }) => path));
      const expected = leaves(views, layout);
      leaves(same, layout).forEach(([, view], i) => expect(view).to.equal(expected[i]![1]));
    });
    fc.assert(law, { seed: 7, numRuns: 200 });
  });

  it("has no tree but the template's paths to map", () => {
    expect(mapViews([2, []], (path) => path)).to.deep.equal(["0", "1"]);
  });

  const never = (): never => expect.fail("called although a structure is wrong");
  const [, views] = emptyWithViews(template);
  itRefuses([
    [
      "a value that is not a function, even for a template without leaves",
      () => mapViews([], views as never),
      TypeError,
      "mapViews: f must be a function, got an Object",
    ],
    [
      "a tree that lacks a leaf, before the first call",
      () => mapViews(template, never, views, { layers: [{ w: 1 }], scale: 1 } as never),
      TypeError,
      "mapViews: layers.0.b is missing",
    ],
    [
      "a tree of another kind",
      () => mapViews(template, never, views, { layers: 1, scale: 1 } as never),
      TypeError,
      "mapViews: layers: the template has a list here, got 1",
    ],
    [
      "a tree with more leaves",
      () => mapViews(template, never, { ...views, more: 1 }),
      TypeError,
      "mapViews: more is not in the template",
    ],
  ]);
});
