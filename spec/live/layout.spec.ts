import { expect } from "chai";
import { openTemplate } from "../../docs/live/layout/opened.ts";
import { parseTemplate } from "../../docs/live/layout/parse-template.ts";

describe("the template that one writes on the layout page", () => {
  for (const [text, template] of [
    ["{ w: [3, 2], b: 2 }", { w: [3, 2], b: 2 }],
    ["[[784, 10], 10]", [[784, 10], 10]],
    [" {\"a b\": [],\n 'c': {},} ", { "a b": [], c: {} }],
    ["[ [ ], [1,], ]", [[], [1]]],
    ["{ w: -3, v: 1.5, u: 1e3 }", { w: -3, v: 1.5, u: 1000 }],
    ["{ größe: 2, $: 1, 7: 1 }", { größe: 2, $: 1, 7: 1 }],
  ] as const) {
    it(`is read: ${text.replaceAll("\n", "⏎")}`, () => {
      expect(parseTemplate(text)).to.deep.equal(template);
    });
  }

  it("keeps a name that would change what a record is", () => {
    expect(Object.keys(parseTemplate("{ __proto__: 2 }") as object)).to.deep.equal(["__proto__"]);
  });

  for (const [text, message] of [
    ["", 'line 1, column 1: a number, "[" or "{" must stand here, got the end'],
    ["{ w: [3, 2], b 2 }", 'line 1, column 16: ":" must stand here, got "2"'],
    ["[1\n 2]", 'line 2, column 2: "," or "]" must stand here, got "2"'],
    ["{ w: x }", 'line 1, column 6: a number, "[" or "{" must stand here, got "x"'],
    ["{ w: 2 } }", 'line 1, column 10: the end must stand here, got "}"'],
    ["{ , }", 'line 1, column 3: a name must stand here, got ","'],
  ] as const) {
    it(`is refused: ${text.replaceAll("\n", "⏎")}`, () => {
      expect(() => parseTemplate(text)).to.throw(SyntaxError, message);
    });
  }
});

describe("a template of the layout page", () => {
  it("has its elements in the order of the flat, each with its leaf and its name", () => {
    const { flat, leaves, labels, leafOf } = openTemplate({ w: [3, 2], b: 2, c: [] }, 200);
    expect([...flat.data]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(leaves.map(({ indices }) => indices)).to.deep.equal([[0, 1, 2, 3, 4, 5], [6, 7], [8]]);
    expect(labels.slice(4)).to.deep.equal(["w[2,0]", "w[2,1]", "b[0]", "b[1]", "c"]);
    expect(leafOf).to.deep.equal([0, 0, 0, 0, 0, 0, 1, 1, 2]);
    leaves[0]!.view.set(2, 1, 40);
    expect(flat.get(5)).to.equal(40);
  });

  it("is refused with the library's words, or if the page is too small for it", () => {
    const negative = "layoutOf: w: axis length must be a non-negative integer, got -2";
    expect(() => openTemplate({ w: [3, -2] }, 200)).to.throw(RangeError, negative);
    const large = "this page shows up to 200 elements, the template has 201";
    expect(() => openTemplate({ w: 201 }, 200)).to.throw(RangeError, large);
  });
});
