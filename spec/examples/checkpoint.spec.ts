import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { run } from "../support/run.ts";

describe("examples/checkpoint", () => {
  it("goes on from its file with the numbers of a run without a break", () => {
    const lines = run("examples/checkpoint.ts").trim().split("\n");
    const results = lines.map((line) => line.split(": ")[1]);
    expect(lines[3]).to.equal("the same in every bit");
    expect(results[2]).to.equal(results[0]);
    expect(results[1]).not.to.equal(results[0]);
    // The minimum is 5.949 / 150, and is approached slowly.
    const loss = Number(/loss ([\d.]+)/.exec(lines[0]!)![1]);
    expect(loss).to.be.within(5.949 / 150, 0.12);
    expect(Number(/(\d+) of 150/.exec(lines[0]!)![1])).to.be.at.least(145);
  });
});

describe("examples/logistic-regression --save, --resume", () => {
  it("goes on after an epoch with the numbers of a run without a break", () => {
    const folder = mkdtempSync(join(tmpdir(), "resume-"));
    const file = join(folder, "model.safetensors");
    const train = (...args: string[]): string[] => {
      const output = run(
        "examples/logistic-regression.ts",
        "--train",
        "1000",
        "--epochs",
        "2",
        ...args,
      );
      return output.trim().split("\n").slice(-2);
    };
    const whole = train("--save", file);
    expect(train("--resume", `${file}.~1~`)).to.deep.equal(whole);
    rmSync(folder, { recursive: true });
  });
});
