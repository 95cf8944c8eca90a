/** Installs what the site needs and lacks, here and in docs/. Runs before anything is installed. */
import { execSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const docs = dirname(dirname(fileURLToPath(import.meta.url)));
const timeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const install = (cwd) => execSync("npm ci --no-audit --no-fund", { cwd, stdio: "inherit" });

if (!existsSync(`${docs}/../node_modules`)) install(dirname(docs));
const installed = timeOf(`${docs}/node_modules/.package-lock.json`);
if (installed < timeOf(`${docs}/package-lock.json`)) install(docs);
