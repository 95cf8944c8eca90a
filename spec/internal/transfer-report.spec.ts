import { expect } from "chai";
import { differenceText, matchByPath } from "../../lib/internal/transfer-report.ts";

const from = new Map([
  ["a", { shape: [2], kind: "F64" }],
  ["b", { shape: [2, 3], kind: "F64" }],
  ["c", { shape: [4], kind: "I32" }],
  ["old", { shape: [1], kind: "F64" }],
]);
const to = [
  { path: "new", shape: [1] },
  { path: "c", shape: [4] },
  { path: "b", shape: [3, 2] },
  { path: "a", shape: [2] },
];

describe("matchByPath", () => {
  it("pairs leaves of one path and shape, in the target's order, and reports the others", () => {
    const { pairs, report } = matchByPath(from, to);
    expect(pairs).to.deep.equal([
      [from.get("c"), to[1]],
      [from.get("a"), to[3]],
    ]);
    expect(report).to.deep.equal({
      copied: ["c", "a"],
      missing: ["new"],
      extra: ["old"],
      mismatched: [{ path: "b", from: [2, 3], to: [3, 2] }],
    });
  });

  it("finds a leaf by the source's name for its path, and reports that name as the source's", () => {
    const nameAt = (path: string): string => (path === "new" ? "old" : `x.${path}`);
    const { pairs, report } = matchByPath(from, to, undefined, nameAt);
    expect(pairs).to.deep.equal([[from.get("old"), to[0]]]);
    expect(report).to.deep.equal({
      copied: ["new"],
      missing: ["c", "b", "a"],
      extra: ["a", "b", "c"],
      mismatched: [],
    });
  });

  it("pairs nothing of a data type that cannot be copied, and names it", () => {
    const unfit = ({ kind }: { kind: string }): string | undefined =>
      kind === "F64" ? undefined : kind;
    const { pairs, report } = matchByPath(from, to, unfit);
    expect(pairs).to.deep.equal([[from.get("a"), to[3]]]);
    expect(report.mismatched).to.deep.equal([
      { path: "c", from: [4], to: [4], dtype: "I32" },
      { path: "b", from: [2, 3], to: [3, 2] },
    ]);
  });
});

describe("differenceText", () => {
  const none = { copied: ["a"], missing: [], extra: [], mismatched: [] };
  const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `w${i}`);

  it("is undefined if everything was copied", () => {
    expect(differenceText("the file", none)).to.equal(undefined);
  });

  it("tells all three kinds of differences in one line", () => {
    const mismatched = [
      { path: "b", from: [2, 3], to: [3, 2] },
      { path: "c", from: [4], to: [4], dtype: "I32" },
    ];
    const all = { ...none, missing: ["new", "newer"], extra: ["old"], mismatched };
    expect(differenceText("the file", all)).to.equal(
      "missing: new, newer; extra: old; mismatched: " +
        "b needs [3, 2], the file has [2, 3], c needs [4], the file has I32 [4]",
    );
  });

  it("adds the source's name where it is another", () => {
    const nameAt = (path: string): string => (path === "b" ? "b" : `x.${path}`);
    const mismatched = [{ path: "a", from: [2], to: [3] }];
    expect(
      differenceText("the file", { ...none, missing: ["b", "c"], mismatched }, nameAt),
    ).to.equal(
      "missing: b, c (x.c in the file); mismatched: a (x.a in the file) needs [3], the file has [2]",
    );
  });

  it("lists five names of each kind, and counts the others", () => {
    expect(differenceText("the file", { ...none, missing: names(5) })).to.equal(
      "missing: w0, w1, w2, w3, w4",
    );
    expect(differenceText("the file", { ...none, extra: names(7) })).to.equal(
      "extra: w0, w1, w2, w3, w4 and 2 more",
    );
    const mismatched = names(6).map((path) => ({ path, from: [1], to: [2] }));
    const listed = names(5).map((path) => `${path} needs [2], the file has [1]`);
    expect(differenceText("the file", { ...none, mismatched })).to.equal(
      `mismatched: ${listed.join(", ")} and 1 more`,
    );
  });
});
