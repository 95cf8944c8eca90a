import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { covered } from "./support/run.ts";

/** Runs a module under a policy that forbids code generation; returns what it prints. */
function runUnderPolicy(program: string): string {
  const flags = ["--disallow-code-generation-from-strings", "--import", "tsx/esm"];
  const args = [...flags, "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: covered(),
  });
  return stdout + stderr;
}

describe("under a policy that forbids code generation", () => {
  for (const [call, expression] of [
    ["emptyWithViews", "emptyWithViews([[3, 2]])"],
    ["shapedFromFlat", "shapedFromFlat(new Float64Array(6), [[3, 2]])"],
  ] as const) {
    it(`the first ${call} says in one sentence that ndarrays need it`, () => {
      const output = runUnderPolicy(`
        import { ${call} } from "./lib/index.ts";
        try { ${expression}; } catch (error) { console.log(error.name + ": " + error.message); }
      `);
      expect(output).to.equal(
        `EvalError: ${call}: scijs ndarrays generate code and need a policy that allows it ('unsafe-eval' in a Content-Security-Policy)\n`,
      );
    });
  }

  it("layouts work all the same", () => {
    const output = runUnderPolicy(`
      import { layoutOf } from "./lib/index.ts";
      console.log(layoutOf({ w: [3, 2], b: 2 }).size);
    `);
    expect(output).to.equal("8\n");
  });
});
