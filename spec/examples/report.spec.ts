/** The pages that the programs write about their runs. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import ndarray from "ndarray";
import { checkReport } from "../../examples/support/report.ts";
import { weightImage } from "../../examples/support/weight-image.ts";
import { run } from "../support/run.ts";

interface Numbers {
  readonly options: Readonly<Record<string, string | number>>;
  readonly machine: Readonly<Record<string, string>>;
  readonly losses: readonly number[];
  readonly held: readonly { name: string; iteration: number; loss: number; accuracy: number }[];
  readonly values: Readonly<Record<string, number>>;
}

describe("the page of a run", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  after(() => rmSync(folder, { recursive: true }));

  /** Runs a program with --report. Gives the page, its numbers and what was printed. */
  function pageOf(program: string, ...args: string[]): [string, Numbers, string] {
    const file = join(folder, "a folder", `${program}.html`);
    const printed = run(`examples/${program}.ts`, ...args, "--report", file);
    expect(printed.trimEnd().split("\n").at(-1)).to.equal(`the report is in ${file}`);
    const html = readFileSync(file, "utf8");
    const json = /<script type="application\/json" id="run">(.*)<\/script>/.exec(html)![1]!;
    return [html, JSON.parse(json) as Numbers, printed];
  }

  let fit: ReturnType<typeof pageOf> | undefined;
  const pageOfFit = () => (fit ??= pageOf("fit-curve"));

  it("of softmax regression has the numbers that were printed", () => {
    const [html, { options, machine, losses, held }, printed] = pageOf(
      "logistic-regression",
      "--train=450",
      "--epochs=2",
      "--seed=<a> & b",
    );
    const lines = [...printed.matchAll(/^(\w+).*: loss (\S+), accuracy (\S+)$/gm)];
    expect(held.map(({ name }) => name)).to.deep.equal(lines.map(([, name]) => name));
    expect(held.map(({ loss }) => loss.toFixed(4))).to.deep.equal(lines.map((line) => line[2]));
    expect(held.map(({ accuracy }) => accuracy.toFixed(4))).to.deep.equal(lines.map((l) => l[3]));
    expect(held.map(({ iteration }) => iteration)).to.deep.equal([0, 5, 10, 10]);
    expect(losses).to.have.lengthOf(10);
    expect(losses.at(-1)).to.be.below(losses[0]!);
    expect(options).to.include({ train: 450, epochs: 2, seed: "<a> & b" });
    expect(machine).to.deep.equal({ machine: cpus()[0]!.model, node: process.version });
    expect(html).to.include("<dd>&lt;a> &amp; b</dd>");
    expect(html.match(/<img /g)).to.have.lengthOf(10);
    expect(html).to.match(/^0 +\[784, 10\] +7840 +0\.\.7839 /m);
  });

  it("of a fit has its report and its picture", () => {
    const [html, { values }, printed] = pageOfFit();
    expect(values["k"]).to.be.closeTo(0.05797, 5e-6);
    expect(html).to.include(printed.slice(0, printed.indexOf("\nconverged")));
    expect(html.match(/<circle /g)).to.have.lengthOf(23);
  });

  it("loads nothing and runs nothing", () => {
    const [html] = pageOfFit();
    expect(html).not.to.match(/<link|<iframe|@import|url\((?!#)|\bon\w+=|<script(?! type="app)/);
    const sources = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, source]) => source!);
    expect(sources.filter((source) => !source.startsWith("data:"))).to.deep.equal([]);
  });

  it("is refused before the run if its file is a folder", () => {
    mkdirSync(join(folder, "taken"));
    const taken = join(folder, "taken");
    expect(() => checkReport(taken)).to.throw(RangeError, `--report ${taken} is a folder`);
  });
});

describe("the picture of weights", () => {
  it("is red above 0, blue below and white at 0, from the top row down", () => {
    const source = weightImage(ndarray(Float64Array.of(9, -9, 0, 0)));
    const file = Buffer.from(source.slice("data:image/bmp;base64,".length), "base64");
    expect(file.toString("latin1", 0, 2)).to.equal("BM");
    expect(file.length).to.equal(file.readUInt32LE(2));
    expect([file.readInt32LE(18), file.readInt32LE(22)]).to.deep.equal([2, -2]);
    const start = file.readUInt32LE(10);
    const colorAt = (byte: number): number[] => {
      const entry = 54 + 4 * file[start + byte]!;
      return [...file.subarray(entry, entry + 3)].toReversed();
    };
    const [red, blue, white] = [colorAt(0), colorAt(1), colorAt(4)];
    expect(red[0]).to.be.above(red[2]! + 50);
    expect(blue[2]).to.be.above(blue[0]! + 50);
    for (const part of white) expect(part).to.be.at.least(254);
  });

  it("is white all over if all weights are 0", () => {
    expect(weightImage(ndarray(new Float64Array(16)))).not.to.include("NaN");
  });
});
