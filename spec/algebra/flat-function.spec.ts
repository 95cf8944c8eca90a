import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews, flatFunction, layoutOf, type Views } from "ndarray-params";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf } from "../support/strided.ts";

describe("flatFunction", () => {
  const template = { w: [3, 2], b: 2 } as const;
  const data = Float64Array.from({ length: 8 }, (_, i) => i);

  it("shows views where it gets a flat; other arguments and the result pass", () => {
    const f = flatFunction(template, ({ w, b }, ...rest: [factor: number, name: string]) => ({
      value: w.get(2, 1) + b.get(1),
      rest,
    }));
    for (const flat of [data, [...data], ndarray(data), new Float32Array(data)]) {
      expect(f(flat, 2, "x")).to.deep.equal({ value: 12, rest: [2, "x"] });
    }
  });

  it("shows several flats, and what is written lands in them", () => {
    const f = flatFunction(
      template,
      (theta, gradient, momentum) => {
        gradient.b.set(0, theta.b.get(0));
        momentum.b.set(0, -theta.b.get(0));
      },
      3,
    );
    const [gradient, momentum] = [new Float64Array(8), Array<number>(8)];
    f(data, gradient, momentum);
    expect([gradient[6], momentum[6]]).to.deep.equal([6, -6]);
    expect(Object.keys(momentum)).to.deep.equal(["6"]);
  });

  it("finds the views of an array again from its second time on", () => {
    const seen: [Views<typeof template>, Views<typeof template>][] = [];
    const f = flatFunction(
      template,
      (a: Views<typeof template>, b: Views<typeof template>) => void seen.push([a, b]),
      2,
    );
    const [x, y, g, h] = [0, 1, 2, 3].map(() => new Float64Array(8)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    // Solvers do this: two points and two gradients change places.
    for (let i = 0; i < 3; i++) {
      f(x, g);
      f(y, h);
    }
    for (const side of [0, 1] as const) {
      expect(seen[2]![side] === seen[4]![side] && seen[3]![side] === seen[5]![side]).to.equal(true);
      expect(seen[4]![side]).to.not.equal(seen[5]![side]);
    }
  });

  it("shows an array again as it is now", () => {
    const plain = [1, 2, 3];
    const f = flatFunction({ a: 2, b: [] }, ({ a, b }) => [...elementsOf(a), b.get()]);
    for (let i = 0; i < 3; i++) expect(f(plain)).to.deep.equal([1, 2, 3]);
    plain.length = 2;
    expect(() => f(plain)).to.throw("flatFunction: template needs 3 elements, flat has 2");
    plain.push(9);
    expect(f(plain)).to.deep.equal([1, 2, 9]);
  });

  it("shows what a batch holds", () => {
    const f = flatFunction({ a: 2, b: [] }, ({ a, b }) => [a.shape, elementsOf(b)]);
    expect(f(ndarray(data.subarray(0, 6), [2, 3]))).to.deep.equal([
      [2, 2],
      [2, 5],
    ]);
  });

  it("takes none of the arguments as a flat if told so", () => {
    const f = flatFunction(template, ((x: number) => x) as never, 0 as never);
    expect((f as unknown as (x: number) => number)(5)).to.equal(5);
  });

  it("reads its template once", () => {
    const own = { a: 2 };
    const f = flatFunction(own, ({ a }) => a.shape[0]!);
    own.a = 3;
    expect(f([1, 2])).to.equal(2);
  });

  const f = flatFunction(template, () => expect.fail("called"), 2);
  itRefuses([
    [
      "a function that is missing, at once",
      () => flatFunction(template, undefined as never),
      TypeError,
      "flatFunction: f must be a function, got undefined",
    ],
    [
      "a flat of another length",
      () => f(data, new Float64Array(7)),
      RangeError,
      "flatFunction: template needs 8 elements, flat has 7",
    ],
    [
      "a missing flat",
      () => f(data, undefined as never),
      TypeError,
      "flatFunction: flat must be a typed array, an array or an ndarray of rank 1 or more, got undefined",
    ],
    [
      "a number of flats that is not a count",
      () => flatFunction(template, () => 0, 1.5 as never),
      RangeError,
      "flatFunction: flats must be a whole number of at least 0, got 1.5",
    ],
    [
      "a wrong template, at once",
      () => flatFunction({ a: -1 }, () => 0),
      RangeError,
      "flatFunction: a: axis length must be a non-negative integer, got -1",
    ],
  ]);

  it("takes a layout, and the flat that goes with it", () => {
    const layout = layoutOf(template);
    const [flat, views] = emptyWithViews(layout);
    const same = flatFunction(layout, (own) => own);
    expect(same(flat) === views && same(flat.data) === views).to.equal(true);
  });
});
