/** The packed package, installed in a folder outside of this project as a consumer has it. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly import: string; readonly require: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

export const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

/** ".", "./initialize", "./gemm/pool", ... */
export const entries = Object.keys(manifest.exports).filter((name) => name !== "./package.json");

/** "./gemm" as programs write it. */
export const specifierOf = (entry: string): string => entry.replace(".", "ndarray-params");

/** The output of a program, and whether it succeeded. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
}

export interface Consumer {
  readonly folder: string;
  readonly tarball: string;
  /** The folder in which the package is installed. */
  readonly installed: string;
  readonly write: (file: string, text: string) => void;
  /** Runs a module in the folder. */
  readonly evaluate: (program: string) => Outcome;
  /** Runs a program in the folder: one of this project's node_modules, or an absolute path. */
  readonly run: (program: string, ...args: string[]) => Outcome;
  readonly remove: () => void;
}

/** Packs the package, which builds it, and installs it beside links to its dependencies. */
export function installPackage(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), "ndarray-params-consumer-"));
  const installed = join(folder, "node_modules/ndarray-params");
  const write: Consumer["write"] = (file, text) => writeFileSync(join(folder, file), text);
  const node = (...args: string[]): Outcome => {
    const options = { cwd: folder, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
    return { succeeded: status === 0, output: stdout + stderr };
  };

  mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
  mkdirSync(installed);
  const packing = ["pack", "--silent", "--pack-destination", folder];
  const printed = execFileSync("npm", packing, { encoding: "utf8" });
  const tarball = join(folder, printed.trim().split("\n").at(-1)!);
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  for (const name of [...Object.keys(manifest.dependencies), "@types/node"]) {
    symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
  }
  write("package.json", JSON.stringify({ type: "module" }));
  return {
    folder,
    tarball,
    installed,
    write,
    evaluate: (program) => node("--no-warnings", "--input-type=module", "--eval", program),
    run: (program, ...args) => node(resolve("node_modules", program), ...args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
