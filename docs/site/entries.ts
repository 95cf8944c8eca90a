/** The entries of the package, as its `exports` list them, with their sources in lib/. */
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface PackageEntry {
  /** How a user imports it. */
  readonly specifier: string;
  /** Its name below that of the package; the core is "core". */
  readonly name: string;
  readonly source: string;
}

const { name: packageName, exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
  name: string;
  exports: Readonly<Record<string, unknown>>;
};

export const entries: readonly PackageEntry[] = Object.keys(exports)
  .filter((key) => !key.endsWith(".json"))
  .map((key) => {
    const below = key.slice(2);
    const source = ["lib", "lib/files"]
      .map((folder) => `${root}/${[folder, below, "index.ts"].filter(Boolean).join("/")}`)
      .find(existsSync);
    if (source === undefined) throw new Error(`the entry ${key} has no index.ts in lib`);
    return { specifier: packageName + key.slice(1), name: below || "core", source };
  });
