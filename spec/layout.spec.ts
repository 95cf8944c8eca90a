import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { layoutOf, type Layout, type Template } from "ndarray-params";
import { cases, firstTooMany, sharedOverLevels } from "./support/templates.ts";

/** A caller without types may pass anything. */
const layoutOfAny = layoutOf as (template: unknown) => unknown;

describe("layoutOf", () => {
  for (const { name, template, leaves, size } of cases) {
    it(`gives paths, shapes and offsets in insertion order for ${name}`, () => {
      const layout = layoutOf(template);
      const places = layout.slots.map(({ path, shape, offset }) => [path, shape, offset]);
      expect(places).to.deep.equal(leaves);
      expect(layout.size).to.equal(size);
    });

    it(`counts the elements of each slot for ${name}`, () => {
      const { slots } = layoutOf(template);
      const starts = [...slots.map(({ offset }) => offset), size];
      const ends = slots.map((slot) => slot.offset + slot.size);
      expect([0, ...ends]).to.deep.equal(starts);
    });
  }

  it("returns a layout as it is", () => {
    const layout = layoutOf({ w: [3, 2], b: 2 });
    expect(layoutOf(layout)).to.equal(layout);
  });

  it("is not taken in by a record that looks like a layout", () => {
    const { slots } = layoutOf({ template: [2], size: 3, slots: [[4], [5]] });
    expect(slots.map(({ path }) => path)).to.deep.equal(["template", "size", "slots.0", "slots.1"]);
  });

  it("freezes everything and keeps nothing of the user's object", () => {
    const template = { hidden: { w: [3, 2], b: 2 }, list: [[1], [2]] };
    const layout = layoutOf(template);
    template.hidden.w[0] = 99;
    template.list.push([3]);
    expect(layout.template).to.deep.equal({ hidden: { w: [3, 2], b: 2 }, list: [[1], [2]] });
    const pieces = [
      layout,
      layout.template,
      layout.template.hidden,
      layout.template.hidden.w,
      layout.template.list,
      layout.slots,
      layout.slots[0]!,
      layout.slots[0]!.shape,
    ];
    for (const piece of pieces) expect(piece).to.be.frozen;
    expect(template).not.to.be.frozen;
  });

  it("reads a getter once", () => {
    let reads = 0;
    const template = {
      get w(): number[] {
        reads++;
        return [reads, 2];
      },
    };
    expect(layoutOf(template).slots[0]!.shape).to.deep.equal([1, 2]);
    expect(reads).to.equal(1);
  });

  it("takes plain objects and arrays of another realm, and records without a prototype", () => {
    const foreign = runInNewContext("({ w: [3, 2], list: [[1], {}] })") as Template;
    expect(layoutOf(foreign).size).to.equal(7);
    const bare = Object.assign(Object.create(null) as object, { w: 4 });
    expect(layoutOfAny(bare)).to.have.property("size", 4);
  });

  it("takes one subtree in two places, since that is not a cycle", () => {
    const layer = { w: [2, 2] };
    expect(layoutOf({ a: layer, b: layer }).size).to.equal(8);
  });

  it("turns a negative zero into zero", () => {
    expect(Object.is(layoutOf({ w: [-0, 2] }).slots[0]!.shape[0], 0)).to.equal(true);
  });

  it("lays out 100,000 leaves", () => {
    const { size, slots } = layoutOf(Array.from({ length: 1e5 }, () => ({ w: [2, 2] })));
    expect(size).to.equal(4e5);
    expect(slots[99_999]).to.include({ path: "99999.w", offset: 399_996 });
  });

  it("allows 2^31 - 1 elements, rank 32, depth 64 and size 0 beside axes that would overflow", () => {
    expect(layoutOf([[2 ** 31 - 1]]).size).to.equal(2 ** 31 - 1);
    expect(layoutOf([Array(32).fill(1)]).size).to.equal(1);
    expect(layoutOf(nest({ w: 2 }, 63) as Template).size).to.equal(2);
    expect(layoutOf([[2 ** 40, 2 ** 40, 0]]).size).to.equal(0);
    expect(
      layoutOf([
        Array(32)
          .fill(2 ** 53 - 1)
          .with(5, 0),
      ]).size,
    ).to.equal(0);
  });

  it("allows 2^20 entries, and no more", () => {
    // 64 lists inside each other. All entries are counted on the way down to the last one, so that
    // a fault there is met after them.
    const entries = (last: unknown): unknown =>
      Array.from({ length: 63 }).reduce((below: unknown) => [below, ...Array(2 ** 14 - 1)], last);
    const most = Array<unknown>(2 ** 14).fill("x");
    expect(() => layoutOf(entries(most) as Template)).to.throw(
      TypeError,
      `layoutOf: ${"0.".repeat(63)}0 must be a shape, a list or a record, got "x"`,
    );
    expect(() => layoutOf(entries([...most, "x"]) as Template)).to.throw(
      RangeError,
      `layoutOf: ${"0.".repeat(62)}0: a template must have at most 1048576 entries`,
    );
  });

  it("allows record keys with digits that are not integers, which engines do not reorder", () => {
    const { slots } = layoutOf({ layer1: 1, "7a": 1, "07": 1, "-1": 1, a0b: 1 });
    expect(slots.map(({ path }) => path)).to.deep.equal(["layer1", "7a", "07", "-1", "a0b"]);
  });

  it("finds size 0 where the axes before the 0 overflow", () => {
    const axes = Array<number>(32).fill(2 ** 53 - 1);
    expect(layoutOf([axes.with(31, 0)]).size).to.equal(0);
  });

  it("marks layouts by a symbol that every copy of the package finds", () => {
    const mark = Symbol.for("ndarray-params.layout");
    expect(layoutOf([2])).to.have.property(mark, true);
    const ofOtherCopy = { ...layoutOf([2]), [mark]: true };
    expect(layoutOfAny(ofOtherCopy)).to.equal(ofOtherCopy);
  });

  it("takes a record with the keys of a layout for a template", () => {
    expect(layoutOfAny({ template: 1, size: 2, slots: [3] })).to.have.property("size", 6);
    expect(layoutOfAny({ template: 1, size: 2, slots: [] })).to.have.property("size", 4);
    expect(() => layoutOfAny({ template: 1, size: 2, slots: undefined })).to.throw(
      "layoutOf: slots must be a shape, a list or a record, got undefined",
    );
  });

  describe("refuses, with the path,", () => {
    const cyclic: { inner: { again?: unknown } } = { inner: {} };
    cyclic.inner.again = cyclic;
    const cyclicList: unknown[] = [[2]];
    cyclicList.push(cyclicList);
    const axis = "axis length must be a non-negative integer, got";
    const refusals: [what: string, template: unknown, kind: typeof RangeError, message: string][] =
      [
        ["a negative axis", { hidden: { w: [784, -3] } }, RangeError, `hidden.w: ${axis} -3`],
        ["a fraction", [[2], 1.5], RangeError, `1: ${axis} 1.5`],
        ["NaN", { w: [NaN] }, RangeError, `w: ${axis} NaN`],
        ["Infinity", { w: [2, Infinity] }, RangeError, `w: ${axis} Infinity`],
        ["an unsafe integer", { w: 2 ** 53 }, RangeError, `w: ${axis} 9007199254740992`],
        // oxlint-disable-next-line no-sparse-arrays -- the hole is the point
        ["a hole in a shape", { w: [3, , 2] }, TypeError, "w.1: the array has a hole here"],
        ["a hole in a list", Array(2), TypeError, "0: the array has a hole here"],
        [
          "a string for an axis",
          { w: [3, "2"] },
          TypeError,
          'w.1 must be a shape, a list or a record, got "2"',
        ],
        ["null", null, TypeError, "the template must be a list or a record, got null"],
        ["a number at the root", 10, TypeError, "the template must be a list or a record, got 10"],
        [
          "undefined inside",
          { w: undefined },
          TypeError,
          "w must be a shape, a list or a record, got undefined",
        ],
        ["a bigint", { w: [3n] }, TypeError, "w.0 must be a shape, a list or a record, got 3n"],
        [
          "a typed array",
          { w: new Int32Array([3, 2]) },
          TypeError,
          "w must be a shape, a list or a record, got an Int32Array",
        ],
        [
          "a Map",
          { a: [new Map()] },
          TypeError,
          "a.0 must be a shape, a list or a record, got a Map",
        ],
        [
          "an instance",
          Object.create({ constructor: 1 }),
          TypeError,
          "the template must be a list or a record, got an object",
        ],
        [
          "an instance of a class with valueOf",
          new (class {
            valueOf(): number {
              return 1;
            }
          })(),
          TypeError,
          "the template must be a list or a record, got an object",
        ],
        [
          "an object two prototypes away from null",
          Object.create(Object.create(null) as object),
          TypeError,
          "the template must be a list or a record, got an object",
        ],
        [
          "a subtree that is shared over many levels",
          sharedOverLevels,
          RangeError,
          `${firstTooMany}: a template must have at most 1048576 entries`,
        ],
        ...["7", "9", "123", "90000000000000000000"].map(
          (key): [string, unknown, typeof RangeError, string] => [
            `the key "${key}"`,
            { [key]: 2 },
            RangeError,
            `the record key "${key}" is an integer, and engines reorder those; use a list`,
          ],
        ),
        [
          "a function",
          { w: () => [3, 2] },
          TypeError,
          "w must be a shape, a list or a record, got a function",
        ],
        [
          "one element too many",
          { w: [2 ** 31 - 1], b: 1 },
          RangeError,
          "b: the template needs 2147483648 elements up to here, and an ndarray holds at most 2147483647",
        ],
        [
          "a product beyond every integer",
          { w: Array(32).fill(2 ** 53 - 1) },
          RangeError,
          "w: the template needs Infinity elements up to here, and an ndarray holds at most 2147483647",
        ],
        ["rank 33", { w: Array(33).fill(1) }, RangeError, "w: rank must be at most 32, got 33"],
        [
          "depth 65",
          nest(2, 65),
          RangeError,
          `${Array(64).fill("a").join(".")}: depth must be at most 64`,
        ],
        [
          "depth 5000",
          nest(2, 5000),
          RangeError,
          `${Array(64).fill("a").join(".")}: depth must be at most 64`,
        ],
        ["a cycle", cyclic, RangeError, "inner.again: the template contains itself"],
        ["a cycle of lists", cyclicList, RangeError, "1: the template contains itself"],
        [
          "an integer key",
          { layers: { 0: [2] } },
          RangeError,
          'layers: the record key "0" is an integer, and engines reorder those; use a list',
        ],
        ["an empty key", { "": 2 }, RangeError, 'the record key "" is empty'],
        [
          "a key with a dot",
          { a: { "b.c": 2 } },
          RangeError,
          "a: the record key \"b.c\" contains '.', '[' or ']', which paths and labels need",
        ],
        ...["w[0]", "w[", "w]"].map((key): [string, unknown, typeof RangeError, string] => [
          `the key "${key}"`,
          { [key]: 2 },
          RangeError,
          `the record key "${key}" contains '.', '[' or ']', which paths and labels need`,
        ]),
        [
          "null in the place of a layout's slots",
          { template: [2], size: 3, slots: null },
          TypeError,
          "slots must be a shape, a list or a record, got null",
        ],
        [
          "__proto__",
          JSON.parse('{ "a": { "__proto__": { "polluted": [1] } } }'),
          RangeError,
          'a: the record key "__proto__" is reserved',
        ],
        [
          "__metadata__",
          { __metadata__: 2 },
          RangeError,
          'the record key "__metadata__" is reserved',
        ],
        [
          "a symbol key",
          { [Symbol("w")]: 2 },
          RangeError,
          "the record key Symbol(w) is not a string",
        ],
      ];
    for (const [what, template, kind, message] of refusals) {
      it(what, () => {
        expect(() => layoutOfAny(template))
          .to.throw(kind)
          .with.property("message", `layoutOf: ${message}`);
      });
    }

    const copies = {
      structuredClone: (layout: Layout): unknown => structuredClone(layout),
      JSON: (layout: Layout): unknown => JSON.parse(JSON.stringify(layout)),
      "a spread": (layout: Layout): unknown => ({ ...layout }),
    };
    for (const [how, copy] of Object.entries(copies)) {
      for (const template of [{ w: [3, 2], b: 2 }, {}, [2]]) {
        it(`a copy of a layout by ${how}, of ${JSON.stringify(template)}`, () => {
          expect(() => layoutOfAny(copy(layoutOf(template))))
            .to.throw(TypeError)
            .with.property("message", "layoutOf: got a copy of a layout; pass its template");
        });
      }
    }

    it("no template that only has the names of a layout", () => {
      const template = { template: [2], size: 3, slots: [1, 2] };
      expect(layoutOf(template).size).to.equal(7);
      expect(layoutOf({ template: [2], size: 3, slots: [] }).size).to.equal(6);
      expect(layoutOf({ size: 0, slots: [1, 2] }).size).to.equal(2);
    });

    it("and never pollutes a prototype", () => {
      expect(({} as Record<string, unknown>)["polluted"]).to.equal(undefined);
      layoutOf({ constructor: { prototype: { polluted: 2 } } });
      expect(({} as Record<string, unknown>)["polluted"]).to.equal(undefined);
    });
  });
});

function nest(inner: unknown, depth: number): unknown {
  let template = inner;
  for (let i = 0; i < depth; i++) template = { a: template };
  return template;
}
