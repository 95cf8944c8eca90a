import { expect } from "chai";
import { parse, tensors } from "ndarray-params/safetensors";
import { fileOf, tensor } from "../../support/files/safetensors.ts";

/** A file of one F64 vector of one element for each name; element i is i. */
function named(...names: string[]): Uint8Array {
  const header = names.map((name, i) => tensor(name, "F64", "1", 8 * i, 8 * i + 8)).join(",");
  const data = Float64Array.from(names, (_, i) => i);
  return fileOf(`{${header}}`, new Uint8Array(data.buffer));
}

const one = [1];

describe("the names of a file", () => {
  const templates: [string, string[], unknown, number[]][] = [
    ["records", ["a.w", "a.b", "c"], { a: { w: one, b: one }, c: one }, [0, 1, 2]],
    ["a list at the root", ["0", "1"], [one, one], [0, 1]],
    ["lists of records", ["l.0.w", "l.1.w"], { l: [{ w: one }, { w: one }] }, [0, 1]],
    ["lists of lists", ["l.0.0", "l.0.1", "l.1.0"], { l: [[one, one], [one]] }, [0, 1, 2]],
    ["a record with another name in between", ["a.x", "b", "a.y"], { a: { x: one, y: one }, b: one }, [0, 2, 1]], // oxfmt-ignore
    [
      "a list sorted as text",
      ["0", "1", "10", "2", "3", "4", "5", "6", "7", "8", "9"],
      Array.from({ length: 11 }, () => one),
      [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 2],
    ],
    [
      "a list with gaps, as PyTorch's Sequential has",
      ["net.0.weight", "net.2.weight"],
      { net: [{ weight: one }, {}, { weight: one }] },
      [0, 1],
    ],
    [
      "some of many experts",
      ["experts.0.w", "experts.17.w", "experts.34.w"],
      { experts: Array.from({ length: 35 }, (_, i) => (i % 17 === 0 ? { w: one } : {})) },
      [0, 1, 2],
    ],
    [
      "a list with as many empty places as a file may have",
      ["1028"],
      [...Array.from({ length: 1028 }, () => ({})), one],
      [0],
    ],
    ["integers with zeros before them", ["00", "01"], { "00": one, "01": one }, [0, 1]],
    ["names that JavaScript also uses", ["constructor", "toString.x"], { constructor: one, toString: { x: one } }, [0, 1]], // oxfmt-ignore
    ["no names", [], {}, []],
  ];
  for (const [name, names, template, order] of templates) {
    it(`give the template of ${name}`, () => {
      const parsed = parse(named(...names));
      expect(parsed.template).to.deep.equal(template);
      expect([...parsed.flat.data]).to.deep.equal(order);
    });
  }

  const deep = Array(65).fill("a").join(".");
  const refused: [string, string[], string][] = [
    ["a tensor below another", ["a", "a.b"], '"a.b" lies below another tensor'],
    ["a tensor above another", ["a.b", "a"], '"a" lies above another tensor'],
    ["a tensor between others", ["l.0.w", "l.0", "l.0.b"], '"l.0" lies above another tensor'],
    ["integers beside other names", ["a.0", "a.b"], '"a" has integers and other names below it'],
    ["integers beside names at the root", ["0", "b"], "the file has integers and other names below it"], // oxfmt-ignore
    ["few integers of many", ["a.1029"], '"a" has only 1 of 1030 integers below it: the lists of this file may have 1028 empty places in all'], // oxfmt-ignore
    ["few integers in all lists together", ["a.600", "b.600"], '"b" has only 1 of 601 integers below it: the lists of this file may have 1032 empty places in all'], // oxfmt-ignore
    ["an integer too large for a list", ["a.99999999999999999999"], '"a" has only 1 of 100000000000000000000 integers below it: the lists of this file may have 1028 empty places in all'], // oxfmt-ignore
    ["65 parts", [deep], `"${deep.slice(0, 40)}" has 65 parts, more than 64`],
    ["an empty name", [""], 'the record key "" is empty'],
    ["an empty part", ["a..b"], 'a: the record key "" is empty'],
    ["__proto__", ["__proto__"], 'the record key "__proto__" is reserved'],
    [
      "__proto__ below another name",
      ["a.__proto__.b"],
      'a: the record key "__proto__" is reserved',
    ],
    ["brackets", ["a[0]"], `the record key "a[0]" contains '.', '[' or ']', which paths and labels need`], // oxfmt-ignore
  ];
  for (const [name, names, fault] of refused) {
    it(`make no template with ${name}, and are read one by one`, () => {
      const file = named(...names);
      expect(() => parse(file)).to.throw(
        RangeError,
        `parse: the names make no template: ${fault}; read the file with tensors()`,
      );
      const found = [...tensors(file)].map(([key, { view }]) => [key, view.get(0)]);
      expect(found).to.deep.equal(names.map((each, i) => [each, i]));
      expect(Object.getPrototypeOf({})).not.to.have.property("b");
    });
  }

  it("ask for no more memory than the file's own size allows, however deep the lists are", () => {
    const names = Array.from({ length: 3000 }, (_, i) => `a${i}${".15".repeat(62)}`);
    const file = named(...names);
    expect(() => parse(file)).to.throw(
      RangeError,
      'parse: the names make no template: "a14" has only 1 of 16 integers below it: the lists of this file may have 13024 empty places in all',
    );
    // One name asks for 62 times 15 empty places, and two are within the limit.
    expect(parse(named(names[0]!)).flat.size).to.equal(1);
  });

  it("are read as the floats asked for, and only as floats", () => {
    expect(parse(named("a"), { dtype: "float32" }).flat.dtype).to.equal("float32");
    expect(() => parse(named("a"), { dtype: "constructor" as "float32" })).to.throw(
      TypeError,
      'parse: dtype must be "float64" or "float32", got "constructor"',
    );
  });
});
