/** The types of the files' entries: they must not ask for the types of browsers or of Node. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";

const folder = "build/declarations";
const tsc = createRequire(import.meta.url)
  .resolve("typescript/package.json")
  .replace("package.json", "bin/tsc");
const entries = ["safetensors", "npy", "checkpoint"].map((name) => `files/${name}/index`);

const compile = (name: string, config: object): void => {
  const project = `${folder}/${name}.json`;
  writeFileSync(project, JSON.stringify(config));
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", project], {
    encoding: "utf8",
  });
  expect(status, stdout).to.equal(0);
};

it("the declarations of safetensors, npy and checkpoint need neither dom nor @types/node", function () {
  this.timeout(120_000);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  compile("emit", {
    extends: "../../tsconfig.json",
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: "../../lib",
      outDir: "out",
    },
    include: [],
    files: entries.map((entry) => `../../lib/${entry}.ts`),
  });
  compile("use", {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023"],
      types: [],
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
    files: entries.map((entry) => `out/${entry}.d.ts`),
  });
});
