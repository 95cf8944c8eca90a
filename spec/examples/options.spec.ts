import { execFile } from "node:child_process";
import { expect } from "chai";
import { gemm as ownGemm } from "ndarray-params/gemm";
import { readOptions } from "../../examples/support/options.ts";
import { bundled } from "../support/run.ts";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Reads a command line here, with the streams and the exit of the process intercepted. */
function read(...args: string[]): object {
  const { argv } = process;
  const exit = process.exit.bind(process);
  const { log, error } = console;
  const printed = { out: "", err: "" };
  process.argv = ["node", "examples/program.ts", ...args];
  console.log = (text: string) => void (printed.out += text);
  console.error = (text: string) => void (printed.err += text);
  process.exit = (code): never => {
    throw Object.assign(new Error("exit"), { code });
  };
  try {
    return readOptions("A program.", {
      epochs: { help: "passes over the data", default: 5 },
      train: { help: "samples to learn from", default: 100, most: 1000 },
      rule: { help: "the rule", default: "adam", oneOf: ["adam", "rprop"] },
      save: { help: "saves to this file" },
    });
  } catch (ended) {
    return { code: (ended as Ended).code, ...printed };
  } finally {
    Object.assign(process, { argv, exit });
    Object.assign(console, { log, error });
  }
}

/** Runs a program in a process of its own. */
const run = (file: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bundled(file), ...args], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });

describe("the command line of an example", () => {
  it("has defaults, and numbers where they are numbers", () => {
    expect(read()).to.deep.equal({ epochs: 5, train: 100, rule: "adam", save: undefined });
    const given = read("--epochs=7", "--train", "1000", "--rule", "rprop", "--save", "a file");
    expect(given).to.deep.equal({ epochs: 7, train: 1000, rule: "rprop", save: "a file" });
  });

  it("prints its usage for --help", () => {
    const out = [
      "A program.",
      "",
      "Usage: program [options]",
      "",
      "  --epochs <value>     passes over the data (default 5)",
      "  --train <value>      samples to learn from (default 100)",
      "  --rule <value>       the rule: adam, rprop (default adam)",
      "  --save <value>       saves to this file",
      "  --help               print this",
    ].join("\n");
    expect(read("--help")).to.deep.equal({ code: 0, out, err: "" });
  });

  for (const [args, mistake] of [
    [["--epochs=abc"], '--epochs must be a whole number of at least 1, got "abc"'],
    [["--epochs", "0"], '--epochs must be a whole number of at least 1, got "0"'],
    [["--epochs", "1.5"], '--epochs must be a whole number of at least 1, got "1.5"'],
    [["--epochs", "--train"], '--epochs must be a whole number of at least 1, got "--train"'],
    [["--train=1001"], '--train must be a whole number from 1 to 1000, got "1001"'],
    [["--rule=sgd"], '--rule must be one of adam, rprop, got "sgd"'],
    [["--save"], "--save needs a value"],
    [["--learning-rate=1"], "unknown option --learning-rate"],
    [["--toString"], "unknown option --toString"],
    [["-e", "5"], "unknown option -e"],
    [["5"], 'unexpected argument "5"'],
  ] as const) {
    it(`refuses ${args.join(" ")}`, () => {
      const err = `program: ${mistake}; --help lists the options`;
      expect(read(...args)).to.deep.equal({ code: 2, out: "", err });
    });
  }

  for (const program of ["logistic-regression", "two-layer-net"]) {
    it(`of ${program} names the gemms that there are`, async () => {
      const err = `${program}: --gemm must be one of ndarray-params, ndarray-gemm, got "bogus"; --help lists the options\n`;
      expect(await run(`examples/${program}.ts`, "--gemm=bogus")).to.deep.equal({
        code: 2,
        out: "",
        err,
      });
    });
  }

  for (const [args, own] of [
    [["--gemm=ndarray-gemm"], false],
    [["--gemm", "ndarray-gemm"], false],
    [["--gemm", "ndarray-params"], true],
    [[], true],
  ] as const) {
    it(`chooses a gemm by "${args.join(" ")}"`, async () => {
      const { argv } = process;
      process.argv = ["node", "examples/program.ts", ...args];
      try {
        const module = `../../examples/support/gemm.ts?${args.join()}`; // evaluated anew
        const { gemm } = (await import(module)) as { gemm: unknown };
        expect(gemm === ownGemm).to.equal(own);
      } finally {
        process.argv = argv;
      }
    });
  }

  for (const program of [
    "checkpoint",
    "fmin-net",
    "hessian",
    "logistic-regression",
    "lotka-volterra",
    "tutorial",
    "two-layer-net",
  ]) {
    it(`is the first thing that ${program} reads`, async () => {
      const err = `${program}: unknown option --nope; --help lists the options\n`;
      expect(await run(`examples/${program}.ts`, "--nope")).to.deep.equal({
        code: 2,
        out: "",
        err,
      });
    });
  }
});
