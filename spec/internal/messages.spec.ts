import { expect } from "chai";
import ndarray from "ndarray";
import { nameOf, shapeText, wrongKind, wrongNumber } from "../../lib/internal/messages.ts";
import { suggest } from "../../lib/internal/nearest.ts";

describe("nameOf", () => {
  const classOf = (name: string): new () => object => ({ [name]: class {} })[name]!; // oxlint-disable-line no-extraneous-class
  const [Item, Vector, Nameless] = ["Item", "Vector", ""].map(classOf);
  const onItself = { data: {}, shape: [], stride: [], offset: 0 };
  onItself.data = onItself;
  const named: [value: unknown, name: string][] = [
    ["w", '"w"'],
    ['a "quoted" word', String.raw`"a \"quoted\" word"`],
    ["x".repeat(40), `"${"x".repeat(40)}"`],
    [`${"x".repeat(40)}y`, `"${"x".repeat(40)}"`],
    [12n, "12n"],
    [Math.max, "a function"],
    [Item, "a function"],
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [-0.5, "-0.5"],
    [Symbol("s"), "Symbol(s)"],
    [new Item!(), "an Item"],
    [new Vector!(), "a Vector"],
    [[1], "an Array"],
    [{}, "an Object"],
    [new Error("e"), "an Error"],
    [Object.create(null), "an object"],
    [new Nameless!(), "an object"],
    [{ constructor: { name: 7 } }, "an object"],
    [{ constructor: undefined }, "an object"],
    [(function* empty() {})(), "a Generator"],
    [ndarray(new Int8Array(6), [2, 3]), "an ndarray on an Int8Array"],
    [ndarray([1, 2]), "an ndarray on an Array"],
    [onItself, "an Object"],
  ];
  for (const [value, name] of named) {
    it(`calls a value ${name}`, () => expect(nameOf(value)).to.equal(name));
  }
});

describe("the sentence of an error", () => {
  it("says what was called, what was needed and what came", () => {
    expect(wrongKind("gemm", "alpha", "be a number", "2"))
      .to.be.instanceOf(TypeError)
      .with.property("message", 'gemm: alpha must be a number, got "2"');
    expect(wrongNumber("gemm", "alpha", "be finite", "1 and 2"))
      .to.be.instanceOf(RangeError)
      .with.property("message", "gemm: alpha must be finite, got 1 and 2");
  });

  it("lets go of a promise that was refused, which nobody waits for", () => {
    const given: unknown[][] = [];
    // oxlint-disable-next-line no-thenable -- a promise of some library
    const promise = { then: (...callbacks: unknown[]) => given.push(callbacks) };
    wrongKind("gemm", "alpha", "be a number", promise);
    expect(given.map(([, rejected]) => typeof rejected)).to.deep.equal(["function"]);
  });

  it("prints shapes as NumPy does", () => {
    expect([[], [3], [3, 2]].map(shapeText)).to.deep.equal(["[]", "[3]", "[3, 2]"]);
  });
});

describe("suggest", () => {
  const nearest = (name: string, ...known: string[]): string | undefined =>
    /^, the nearest is "(.*)"$/.exec(suggest(name, known))?.[1];

  it("says nothing if nothing is known", () => expect(suggest("w", [])).to.equal(""));

  // Distances by hand: kitten, sitting 3; saturday, sunday 3; flaw, lawn 2.  Levenshtein 1966.
  const pairs: [name: string, far: string, near: string][] = [
    ["kitten", "kxxxxn", "sitting"],
    ["saturday", "xxxxrday", "sunday"],
    ["flaw", "xxxw", "lawn"],
    ["b", "xyz", "a"],
    ["bias", "bi", "bia"],
    ["ab", "", "a"],
    ["aba", "bbb", "abba"],
    ["aa", "bb", "a"],
    ["abc", "xyz", "dab"],
    ["abz", "xyw", "cdz"],
    ["abXb", "ab", "abYb"],
    ["ab", "ca", "ac"],
    ["bxz", "cbz", "bxy"],
    ["pab", "qbr", "pcd"],
    ["xbz", "bcz", "xby"],
  ];
  for (const [name, far, near] of pairs) {
    it(`finds ${near} nearer to ${name} than ${far === "" ? "nothing" : far}`, () => {
      expect(nearest(name, far, near)).to.equal(near);
      expect(nearest(name, near, far)).to.equal(near);
    });
  }

  it("names the first of two that are as near", () => {
    expect(nearest("cat", "bat", "rat")).to.equal("bat");
    expect(nearest("cat", "rat", "bat")).to.equal("rat");
  });

  it("counts a replaced letter once, and a moved one twice", () => {
    expect(nearest("abcd", "bacd", "abce")).to.equal("abce"); // 2 and 1
    expect(nearest("abcd", "bcda", "axyd")).to.equal("bcda"); // 2 and 2
    expect(nearest("abcd", "axyz", "bcda")).to.equal("bcda"); // 3 and 2
  });

  it("counts no letter twice that both words begin and end with", () => {
    expect(nearest("aa", "ab", "a")).to.equal("ab"); // 1 and 1
    expect(nearest("aba", "abb", "aba")).to.equal("aba"); // 1 and 0
    expect(nearest("", "")).to.equal("");
  });

  it("compares the first hundred letters", () => {
    const [x95, x96, x100] = [95, 96, 100].map((n) => "x".repeat(n));
    expect(nearest(`${x100}abcde`, `${x95}abcde`, `${x100}vwxyz`)).to.equal(`${x100}vwxyz`);
    expect(nearest(`${x100}abcde`, x96!, `${x100}vwxyz`)).to.equal(`${x100}vwxyz`);
    const x99 = "x".repeat(99);
    expect(nearest(`${x100}a`, `${x99}a`, `${x100}b`)).to.equal(`${x100}b`); // 1 and 0
    expect(nearest(x100!, `${x99}y`, x100!)).to.equal(x100); // 1 and 0
  });

  it("holds words apart by their lengths where only later letters differ", () => {
    const [x97, x100, x103] = [97, 100, 103].map((n) => "x".repeat(n));
    expect(nearest(x100!, `${x97}abc`, x103!)).to.equal(`${x97}abc`); // 3 and 3
    expect(nearest(x103!, `${x97}abcxxx`, x100!)).to.equal(`${x97}abcxxx`); // 3 and 3
  });

  it("ends the search after 2^22 comparisons of letters: an error must not take seconds", () => {
    const far = Array<string>(1024).fill("b".repeat(64)); // each takes 2^12 with a word of 64
    const [name, near] = ["a".repeat(64), `${"a".repeat(63)}c`];
    expect(nearest(name, ...far, near, name)).to.equal(near); // the first one after 2^22
  });
});
