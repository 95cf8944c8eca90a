import { resolve } from "node:path";
import { expect } from "chai";
import { gemm as ownGemm } from "ndarray-params/gemm";
import { readOptions } from "../../examples/support/options.ts";

/** Runs something with a command line, with the streams and the exit of the process intercepted. */
async function withLine(program: string, args: readonly string[], f: () => unknown) {
  const { argv, stdout, stderr } = process;
  const exit = process.exit.bind(process);
  const [writeOut, writeErr] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
  const printed = { out: "", err: "" };
  const ended: { code?: unknown } = {}; // no Error, because a program would print that
  process.argv = ["node", resolve(program), ...args];
  stdout.write = (text: string) => Boolean((printed.out += text));
  stderr.write = (text: string) => Boolean((printed.err += text));
  process.exit = (code): never => {
    throw Object.assign(ended, { code });
  };
  try {
    return await f();
  } catch (thrown) {
    if (thrown !== ended) throw thrown;
    return { code: ended.code, ...printed };
  } finally {
    Object.assign(process, { argv, exit });
    stdout.write = writeOut;
    stderr.write = writeErr;
  }
}

/** Reads a command line. */
const read = (...args: string[]) =>
  withLine("examples/program.ts", args, () =>
    readOptions("A program.", {
      epochs: { help: "passes over the data", default: 5 },
      train: { help: "samples to learn from", default: 100, most: 1000 },
      rule: { help: "the rule", default: "adam", oneOf: ["adam", "rprop"] },
      save: { help: "saves to this file" },
    }),
  );

/** Runs a program with a command line that ends it before it has begun. */
const run = (program: string, ...args: string[]) => {
  const file = `examples/${program}.ts`;
  return withLine(file, args, () => import(`../../${file}?${args.join()}`)); // evaluated anew
};

describe("the command line of an example", () => {
  it("has defaults, and numbers where they are numbers", async () => {
    expect(await read()).to.deep.equal({ epochs: 5, train: 100, rule: "adam", save: undefined });
    const given = await read(
      "--epochs=7",
      "--train",
      "1000",
      "--rule",
      "rprop",
      "--save",
      "a file",
    );
    expect(given).to.deep.equal({ epochs: 7, train: 1000, rule: "rprop", save: "a file" });
  });

  it("prints its usage for --help", async () => {
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
      "",
    ].join("\n");
    expect(await read("--help")).to.deep.equal({ code: 0, out, err: "" });
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
    it(`refuses ${args.join(" ")}`, async () => {
      const err = `program: ${mistake}; --help lists the options\n`;
      expect(await read(...args)).to.deep.equal({ code: 2, out: "", err });
    });
  }

  for (const program of ["logistic-regression", "two-layer-net"]) {
    it(`of ${program} names the gemms that there are`, async () => {
      const err = `${program}: --gemm must be one of ndarray-params, ndarray-gemm, got "bogus"; --help lists the options\n`;
      expect(await run(program, "--gemm=bogus")).to.deep.equal({
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
      const module = await run("support/gemm", ...args);
      expect((module as { gemm: unknown }).gemm === ownGemm).to.equal(own);
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
      expect(await run(program, "--nope")).to.deep.equal({
        code: 2,
        out: "",
        err,
      });
    });
  }
});
