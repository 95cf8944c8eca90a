/** Programs that npm brings: installed once, in folders of their own under build/engines/. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** The absolute path of a file in a folder of node_modules; undefined if npm cannot bring it. */
export async function installed(
  folder: string,
  packages: readonly string[],
  file: string,
): Promise<string | undefined> {
  const home = resolve("build/engines", folder);
  const path = `${home}/node_modules/${file}`;
  if (existsSync(path)) return path;
  mkdirSync(home, { recursive: true });
  writeFileSync(`${home}/package.json`, JSON.stringify({ private: true, type: "module" }));
  const flags =
    "--no-audit --no-fund --no-package-lock --loglevel=error --fetch-retries=1 --fetch-retry-mintimeout=1000";
  try {
    await execute("npm", ["install", ...flags.split(" "), ...packages], {
      cwd: home,
      timeout: 300_000,
    });
  } catch (error) {
    const { stderr = String(error) } = error as { readonly stderr?: string };
    const why = stderr.trim().split("\n").slice(0, 3).join("; ");
    console.log(`npm cannot install ${packages.join(" ")}: ${why}`);
  }
  return existsSync(path) ? path : undefined;
}

/** The output of a program. */
export async function output(
  file: string,
  args: readonly string[],
  cwd = process.cwd(),
): Promise<string> {
  const { stdout } = await execute(file, [...args], {
    cwd,
    timeout: 300_000,
    maxBuffer: 2 ** 26,
  });
  return stdout.trim();
}
