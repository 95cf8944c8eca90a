/** The messages of an editor for a misspelt path or leaf: they list the names that there are. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { compile } from "../support/compile.ts";

const folder = "build/printed";

const view = "NdArray<Float64Array<ArrayBufferLike>>";
const paths = ["hidden", "hidden.b", "hidden.w", "out", "out.b", "out.w"];

const leaves = paths.filter((path) => path.includes("."));
const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(" | ");

const mistakes = [
  {
    name: "a path",
    line: 'subflat(flat, template, "hiden");',
    message: `Argument of type '"hiden"' is not assignable to parameter of type '${listed(paths)}'.`,
  },
  {
    name: "a path of a record",
    line: 'sublayout(template, "hiden");',
    message: `Argument of type '"hiden"' is not assignable to parameter of type '"hidden" | "out"'.`,
  },
  {
    name: "the path of a leaf",
    line: 'tie(template, "out.b", "hiden.b");',
    message: `Argument of type '"hiden.b"' is not assignable to parameter of type '${listed(leaves)}'.`,
  },
  {
    name: "a path in a list",
    line: 'partition(template, ["hiden"]);',
    message: `Type '"hiden"' is not assignable to type '${listed(paths)}'. Did you mean '"hidden"'?`,
  },
  {
    name: "a label",
    line: 'indexOf(template, "hiden.b[0]");',
    message:
      "Argument of type '\"hiden.b[0]\"' is not assignable to parameter of type '`hidden.b[${number}]` | `hidden.w[${number},${number}]` | `out.b[${number}]` | `out.w[${number},${number}]`'.",
  },
  {
    name: "a path of a constraint",
    line: "constrain(template, { hiden: positive });",
    message: `Type 'Constraint<"elements">' is not assignable to type '${listed(paths)}'.`,
  },
  {
    name: "a constraint of another rank",
    line: 'constrain(template, { "hidden.b": choleskyCovariance });',
    message: `Type 'Constraint<"triangle">' is not assignable to type 'Constraint<"elements" | "hyperplane" | "vector">'.`,
  },
  {
    name: "a leaf of emptyWithViews",
    line: "void views.hidden.weights;",
    message: `Property 'weights' does not exist on type '{ readonly w: ${view}; readonly b: ${view}; }'.`,
  },
  {
    name: "a leaf of shapedFromFlat",
    line: "void shapedFromFlat(flat, layout).out.weights;",
    message: `Property 'weights' does not exist on type '{ readonly w: ${view}; readonly b: ${view}; }'.`,
  },
];

const head = `
import { emptyWithViews, indexOf, layoutOf, partition, shapedFromFlat, subflat, sublayout, tie } from "ndarray-params";
import { choleskyCovariance, constrain, positive } from "ndarray-params/constrain";
const template = { hidden: { w: [3, 2], b: 2 }, out: { w: [2, 1], b: 1 } } as const;
const layout = layoutOf(template);
const [flat, views] = emptyWithViews(template);
`;

describe("the compiler's message for a misspelt name shows the names there are, for", () => {
  const printed = new Map<string, string>();

  before("compile each mistake in a file of its own", function () {
    this.timeout(60_000);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    mistakes.forEach(({ line }, i) => writeFileSync(`${folder}/${i}.ts`, head + line));
    const config = {
      extends: "../../tsconfig.json",
      compilerOptions: { noUnusedLocals: false },
      include: ["*.ts", "../../lib/**/*.d.ts"],
    };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config));
    const { stdout } = compile("--pretty", "false", "-p", folder);
    for (const found of stdout.matchAll(/(\d+)\.ts\(\d+,\d+\): error TS\d+: (.*)/g)) {
      printed.set(found[1]!, found[2]!);
    }
  });

  mistakes.forEach(({ name, message }, i) => {
    it(name, () => {
      expect(printed.get(`${i}`)).to.equal(message);
    });
  });
});
