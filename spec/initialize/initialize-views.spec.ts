import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import ndarray from "ndarray";
import { emptyWithViews, layoutOf, leaves } from "ndarray-params";
import type { AnyViews, Template, Views } from "ndarray-params";
import {
  glorotUniform,
  heNormal,
  initializeViews,
  randomizeNormal,
  stream,
  zeros,
  type Random,
  type Scheme,
} from "ndarray-params/initialize";

const template = {
  hidden: { w: [7, 5], b: 5 },
  heads: [[5, 2], { w: [5, 3], scale: [] }],
} as const;

const small = (view: Parameters<typeof heNormal>[0], random: Random): void =>
  randomizeNormal(view, 0, 0.1, random);

const scheme = {
  hidden: { w: heNormal, b: zeros },
  heads: [glorotUniform, { w: small, scale: small }],
} as const;

/** The values of each leaf by its path. */
function valuesOf(of: Template, schemeOf: unknown, seed: string | number): Map<string, number[]> {
  const [, views] = emptyWithViews(of);
  initializeViews(views as never, of, schemeOf as never, seed);
  return new Map(
    leaves(views as never, of).map(([path, view]) => {
      const { offset, size, data } = view as unknown as ReturnType<typeof ndarray<Float64Array>>;
      return [path, [...data.subarray(offset, offset + size)]];
    }),
  );
}

const attempt = (wrong: () => void): void => void expect(wrong).to.throw(TypeError);

const fail = (error: unknown) => (): never => {
  throw error;
};

describe("initializeViews", () => {
  it("fills each leaf with its function, from the stream of seed and path", () => {
    const [, views] = emptyWithViews(template);
    initializeViews(views, template, scheme, "run 7");

    const [flat, expected] = emptyWithViews(template);
    heNormal(expected.hidden.w, stream("run 7", "hidden.w"));
    glorotUniform(expected.heads[0], stream("run 7", "heads.0"));
    small(expected.heads[1].w, stream("run 7", "heads.1.w"));
    small(expected.heads[1].scale, stream("run 7", "heads.1.scale"));
    expect(views.hidden.w.data).to.deep.equal(flat.data);
  });

  it("gives a leaf the same values whatever the other leaves and their order", () => {
    const w = [20, 10] as const;
    const whole = valuesOf(
      { a: { w }, b: { w }, c: 3 },
      { a: { w: heNormal }, b: { w: small }, c: zeros },
      1,
    );
    const others: [Template, unknown][] = [
      [{ a: { w } }, { a: { w: heNormal } }],
      [
        { c: 3, b: { w }, a: { w } },
        { c: zeros, b: { w: small }, a: { w: heNormal } },
      ],
      [
        { b: { w, extra: 2 }, more: 4 },
        { b: { w: small, extra: zeros }, more: small },
      ],
    ];
    for (const [other, itsScheme] of others) {
      for (const [path, values] of valuesOf(other, itsScheme, 1)) {
        if (whole.has(path)) expect(values, path).to.deep.equal(whole.get(path));
      }
    }
    expect(whole.get("a.w")).not.to.deep.equal(whole.get("b.w"));
  });

  it("gives layers of the same shape different weights, and other weights for another seed", () => {
    const layers = [[4, 4], [4, 4]] as const; // oxfmt-ignore
    const one = valuesOf(layers, [heNormal, heNormal], 1);
    expect(one.get("0")).not.to.deep.equal(one.get("1"));
    expect(one.get("0")).not.to.deep.equal(valuesOf(layers, [heNormal, heNormal], "1").get("0"));
  });

  it("takes a template with an empty axis", () => {
    const empty = { w: [0, 8], q: [8, 0], b: 2 } as const;
    const [flat, views] = emptyWithViews(empty);
    initializeViews(views, empty, { w: heNormal, q: glorotUniform, b: small }, 1);
    expect([...flat.data].includes(0)).to.equal(false);
  });

  it("takes a layout, lists at the root, and float32", () => {
    const layout = layoutOf([[3, 2], 2]);
    const [flat, views] = emptyWithViews(layout, { dtype: "float32" });
    initializeViews(views, layout, [heNormal, zeros], "seed");
    expect([...flat.data].slice(0, 6)).not.to.include(0);
    expect([...flat.data].slice(6)).to.deep.equal([0, 0]);
  });

  const faults: [string, unknown, string][] = [
    ["a missing leaf", { hidden: { w: heNormal }, heads: scheme.heads }, "hidden.b is missing"],
    [
      "an extra leaf",
      { hidden: { ...scheme.hidden, c: zeros }, heads: scheme.heads },
      "hidden.c is not in the template",
    ],
    [
      "a record for a list",
      { hidden: scheme.hidden, heads: { w: zeros } },
      "heads: the template has a list here, got an Object",
    ],
    [
      "a number in place of a function",
      { hidden: { w: 3, b: zeros }, heads: scheme.heads },
      "the scheme's hidden.w must be a function, got 3",
    ],
  ];
  for (const [name, wrong, message] of faults) {
    it(`refuses a scheme with ${name} before anything is written`, () => {
      const [flat, views] = emptyWithViews(template);
      flat.data.fill(7);
      expect(() => initializeViews(views, template, wrong as typeof scheme, 1)).to.throw(
        TypeError,
        `initializeViews: ${message}`,
      );
      expect(flat.data.every((x) => x === 7)).to.equal(true);
    });
  }

  it("refuses views of another structure or shape, and a seed of another kind", () => {
    const [, views] = emptyWithViews(template);
    const [, wide] = emptyWithViews({ ...template, hidden: { w: [7, 6], b: 5 } });
    const attempts: [unknown, unknown, string][] = [
      [{ hidden: views.hidden }, 1, "initializeViews: heads is missing"],
      [
        { ...views, hidden: { w: [1, 2], b: views.hidden.b } },
        1,
        "initializeViews: hidden.w must be an ndarray, got an Array",
      ],
      [wide, 1, "initializeViews: hidden.w must have the shape [7, 5], got [7, 6]"],
      [views, undefined, "initializeViews: seed must be a string or a safe integer, got undefined"],
    ];
    for (const [of, seed, message] of attempts) {
      expect(() => initializeViews(of as typeof views, template, scheme, seed as number)).to.throw(
        message,
      );
    }
  });

  it("puts the path in front of an error of a leaf's function, and keeps its kind", () => {
    const [, views] = emptyWithViews({ w: [3, 2], b: 2 });
    const run = (b: (view: typeof views.b, random: Random) => void): (() => void) => {
      return () => initializeViews(views, { w: [3, 2], b: 2 }, { w: heNormal, b }, 1);
    };
    expect(run(heNormal)).to.throw(
      RangeError,
      "initializeViews: b: heNormal: view must have rank 2 or more, got shape [2]",
    );
    expect(run(randomizeNormal as never)).to.throw(
      TypeError,
      "initializeViews: b: randomizeNormal: mean must be a number, got a function",
    );
    const own = new SyntaxError("mine");
    expect(run(fail(own)))
      .to.throw(Error, "initializeViews: b: mine")
      .with.property("cause", own);
    let thrown: unknown;
    try {
      run(fail("a string"))();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).to.equal("a string");
  });

  it("refuses a leaf's function that is asynchronous, for which nobody would wait", () => {
    const [, views] = emptyWithViews({ w: [3, 2] });
    // oxlint-disable-next-line require-await -- The type of a fill lets it through.
    const late = async (): Promise<void> => {
      throw new Error("ends the process unless it is let go");
    };
    expect(() => initializeViews(views, { w: [3, 2] }, { w: late }, 1)).to.throw(
      TypeError,
      "initializeViews: the scheme's w must fill at once, got a Promise",
    );
  });

  it("is typed by the template", () => {
    const [, views] = emptyWithViews(template);
    expectTypeOf<Scheme<{ a: 3; b: [[2], 4] }>["a"]>().toBeCallableWith(
      ndarray(new Float64Array(3)),
      Math.random,
    );
    const { heads } = scheme;
    // @ts-expect-error: the scheme has no hidden.b
    attempt(() => initializeViews(views, template, { hidden: { w: zeros }, heads }, 1));
    // @ts-expect-error: a number is not a scheme
    attempt(() => initializeViews(views, template, { ...scheme, heads: 3 }, 1));
    const hidden = { w: randomizeNormal, b: zeros };
    // @ts-expect-error: randomizeNormal takes a mean where a random is passed
    attempt(() => initializeViews(views, template, { hidden, heads }, 1));
  });

  it("is typed by the data of the views", () => {
    const own = { w: [2, 2], b: 3 } as const;
    const [, double] = emptyWithViews(own);
    const [, single] = emptyWithViews(own, { dtype: "float32" });
    const written: Views<typeof own, Float32Array> = single;
    for (const views of [single, written]) {
      initializeViews(
        views,
        own,
        {
          w: (view) => expectTypeOf(view.data).toEqualTypeOf<Float32Array>(),
          b: (view, random) => expectTypeOf(random()).toEqualTypeOf(view.get(0)),
        },
        1,
      );
    }
    const ofSingle: Scheme<typeof own, Float32Array> = { w: heNormal, b: zeros };
    initializeViews(single, own, ofSingle, 1);
    // @ts-expect-error: the scheme's functions take float32 views
    initializeViews(double, own, ofSingle, 1);
    const [, integers] = emptyWithViews(own, { allocate: (size) => new Int32Array(size) });
    // @ts-expect-error: an initializer needs floating point
    attempt(() => initializeViews(integers, own, { w: heNormal, b: zeros }, 1));
  });

  it("takes a template that is only known at run time", () => {
    const unknown: Template = JSON.parse("[[2,3],3]") as Template;
    const [flat, views] = emptyWithViews(unknown);
    initializeViews(views as readonly AnyViews[], unknown, [heNormal, zeros], 1);
    expect(flat.data.filter((x) => x === 0)).to.have.length(3);
  });
});
