/** Every code block of the README and of docs/ runs, and its `//=>` comments are true. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { compile } from "./support/compile.ts";
import { moduleOf, type Check } from "./support/markdown.ts";

const pages = [
  "README.md",
  ...readdirSync("docs").flatMap((f) => (f.endsWith(".md") ? [`docs/${f}`] : [])),
];
const folder = "build/docs";

describe("the code blocks of", () => {
  const files = new Map<string, string>();

  before("write each page as one module and check its types", function () {
    this.timeout(60_000);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const page of pages) {
      const file = `${folder}/${page.replaceAll(/\W/g, "-")}.ts`;
      writeFileSync(file, moduleOf(readFileSync(page, "utf8")));
      files.set(page, file);
    }
    const include = ["*.ts", "../../lib/**/*.d.ts"];
    const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
    const config = { extends: "../../tsconfig.json", compilerOptions, include };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config));
    const { status, stdout } = compile("-p", folder);
    expect(status, stdout).to.equal(0);
  });

  for (const page of pages) {
    it(page, async function () {
      this.timeout(120_000);
      const url = pathToFileURL(files.get(page)!).href;
      const { checks } = (await import(url)) as { checks: Check[] };
      for (const { line, actual, expected } of checks) {
        expect(actual, `${page}:${line}`).to.deep.equal(expected);
      }
    });
  }
});
