/**
 * Makes what the site needs and git does not keep: the packages here and in docs/, the digits of
 * the live pages, and the reference. It runs before anything is installed, and nothing that is
 * there and new enough is made again.
 */
import { execFileSync, execSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const docs = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(docs);
const timeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const install = (cwd) => execSync("npm ci --no-audit --no-fund", { cwd, stdio: "inherit" });
const run = (program) =>
  execFileSync(process.execPath, ["--import", "tsx/esm", program], { cwd: root, stdio: "inherit" });

if (!existsSync(`${root}/node_modules`)) install(root);
const installed = timeOf(`${docs}/node_modules/.package-lock.json`);
if (installed < timeOf(`${docs}/package-lock.json`)) install(docs);

if (!existsSync(`${docs}/live/digits.bin`)) run("docs/live/pack-digits.ts");

const sources = readdirSync(`${root}/lib`, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `${root}/lib/${file}`);
const own = ["api", "defaults", "entries"].map((name) => `${docs}/site/${name}.ts`);
if (timeOf(`${docs}/api/index.md`) < Math.max(...[...sources, ...own].map(timeOf))) {
  run("docs/site/api.ts");
}
