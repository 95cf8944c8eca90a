/**
 * Tests for vitest and jest with jsdom, against the built package: the environment's own classes
 * beside those that Node's functions return.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext, runInThisContext } from "node:vm";
import { open, save } from "ndarray-params/checkpoint";
import { fromNpy, toNpy } from "ndarray-params/npy";
import { load, parse, serialize } from "ndarray-params/safetensors";
import { same, type Checks } from "./checks.ts";
import { foreignChecks, realmText, type Realm } from "./foreign.ts";

const template = { w: 2 };
const flat = Float64Array.of(1, 2);

/** Something done with a path in a folder of its own. */
async function withPath(deed: (path: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "engines-"));
  try {
    await deed(join(folder, "model.safetensors"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const files: Checks = {
  "parse(readFileSync(path))": () =>
    withPath((path) => {
      writeFileSync(path, serialize(flat, template));
      same(parse(readFileSync(path)).flat.data, flat);
    }),
  "load(readFileSync(path), template)": () =>
    withPath((path) => {
      writeFileSync(path, serialize(flat, template));
      same(load(readFileSync(path), template).flat.data, flat);
    }),
  "fromNpy(readFileSync(path))": () =>
    withPath((path) => {
      writeFileSync(path, toNpy(flat));
      same(fromNpy(readFileSync(path)).data, flat);
    }),
  "save and open": () =>
    withPath(async (path) => {
      await save(path, flat, template);
      same((await open(path)).flat.data, flat);
    }),
};

const checks = {
  ...files,
  ...foreignChecks(runInThisContext(realmText) as Realm),
  ...Object.fromEntries(
    Object.entries(foreignChecks(runInContext(realmText, createContext()) as Realm)).map(
      ([name, run]) => [`${name}, of a context`, run],
    ),
  ),
};

for (const [name, run] of Object.entries(checks)) test(name, run);
