import { expect } from "chai";
import { alignedText } from "../../lib/internal/aligned-text.ts";

describe("aligned text", () => {
  it("puts words to the left and numbers to the right, two spaces between columns", () => {
    const rows = [
      ["path", "size"],
      ["w", "12"],
    ];
    expect(alignedText(rows, (column) => column === 1)).to.equal("path  size\nw       12");
  });

  it("has one line for one row", () => {
    expect(alignedText([["w", "6", "0..5"]], () => false)).to.equal("w  6  0..5");
  });

  it("gives a column of empty cells no width", () => {
    const rows = [
      ["a", "", "b"],
      ["aa", "", "bb"],
    ];
    expect(alignedText(rows, () => false)).to.equal("a     b\naa    bb");
  });
});
