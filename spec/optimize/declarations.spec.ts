/** The declarations of /optimize as a browser project sees them: no dom, no @types/node. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { compile } from "../support/compile.ts";

const folder = "build/declarations"; // below the root, where the compiler finds @types/ndarray

/** Compiles as a project without a tsconfig.json; returns what the compiler prints. */
const compileAlone = (...args: string[]): string =>
  compile("--ignoreConfig", "--strict", "--module", "nodenext", ...args).stdout;

const program = `
import { adam, onSignal, rmsProp, type Info, type State } from "./out/optimize/index.js";
const flat = new Float64Array(2);
const objective = (x: Float64Array, gradient: Float64Array): number => gradient.fill(0)[0]! + x[0]!;
for (const info of adam(flat, objective)) if (info.loss < 1) break;
for (const info of rmsProp(flat, objective)) if (info.loss < 1) break;
export const state: string = {} as State<Float64Array, "firstMoment", "step">;
export const seen = (info: Info<Float64Array>): number => info.state.iteration;
onSignal("SIGTREM");
`;

describe("the declarations of /optimize", () => {
  before(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // `npm run check` has checked the sources.
    const emit = ["--declaration", "--emitDeclarationOnly", "--noCheck"];
    const places = ["--rootDir", "lib", "--outDir", `${folder}/out`, "lib/optimize/index.ts"];
    const own = ["--lib", "es2023", "--target", "es2023", "--types", "node"];
    compileAlone(...own, ...emit, "--rewriteRelativeImportExtensions", ...places);
    writeFileSync(`${folder}/program.ts`, program);
  });

  it("compile with lib es2022 alone, and print a state as one record", () => {
    const flags = ["--lib", "es2022", "--target", "es2022", "--types", "", "--noEmit"];
    const printed = compileAlone(...flags, `${folder}/program.ts`);
    const errors = printed.split("\n").filter((line) => /error TS/.test(line));
    const flat = "Float64Array<ArrayBufferLike>";
    expect(
      errors.map((line) => line.replace(/^.*error TS\d+: (.*?)( \|.* \.\.\. .*)?$/, "$1")),
    ).to.deep.equal([
      `Type '{ readonly iteration: number; readonly firstMoment: ${flat}; readonly step?: ${flat} | undefined; }' is not assignable to type 'string'.`,
      `Argument of type '"SIGTREM"' is not assignable to parameter of type '"SIGABRT"`,
    ]);
  });
});
