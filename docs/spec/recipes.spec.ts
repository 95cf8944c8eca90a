/** Every recipe runs with the packages of docs/package.json, and its `//=>` comments are true. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { build } from "esbuild";
import { moduleOf, type Check } from "../../spec/support/markdown.ts";
import { root } from "../site/entries.ts";

const recipes = `${root}/docs/recipes`;
const folder = `${root}/build/recipes`;
// Node looks for the packages of docs/ from here.
const out = `${root}/docs/node_modules/.recipes`;

const { devDependencies } = JSON.parse(readFileSync(`${root}/docs/package.json`, "utf8")) as {
  devDependencies: Readonly<Record<string, string>>;
};
const packages = Object.keys(devDependencies);

describe("the recipes of", () => {
  before(() => {
    for (const fresh of [folder, out]) {
      rmSync(fresh, { recursive: true, force: true });
      mkdirSync(fresh, { recursive: true });
    }
  });

  for (const page of readdirSync(recipes).filter((file) => file.endsWith(".md"))) {
    it(page, async () => {
      const source = `${folder}/${page.replace(/\.md$/, ".ts")}`;
      const outfile = `${out}/${page.replace(/\.md$/, ".mjs")}`;
      writeFileSync(source, moduleOf(readFileSync(`${recipes}/${page}`, "utf8")));
      await build({
        entryPoints: [source],
        outfile,
        bundle: true,
        format: "esm",
        platform: "node",
        mainFields: ["module", "main"],
        banner: {
          js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
        },
        // Only a bundler can load the modules of TensorFlow.js that hold its gradients.
        external: ["ndarray", ...packages.filter((name) => !name.startsWith("@tensorflow/"))],
        nodePaths: [`${root}/docs/node_modules`],
        tsconfig: `${root}/tsconfig.json`,
        logLevel: "error",
      });
      const { checks } = (await import(pathToFileURL(outfile).href)) as { checks: Check[] };
      expect(checks).not.to.have.length(0);
      for (const { line, actual, expected } of checks) {
        expect(actual, `recipes/${page}:${line}`).to.deep.equal(expected);
      }
    });
  }
});
