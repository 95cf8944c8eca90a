/**
 * Makes dist/ of what `tsc -p tsconfig.build.json` leaves in build/lib: for each entry of the
 * package one file in each format, and chunks for what entries share. A module is in one chunk
 * only, so the views that one entry keeps are found again by all others.
 *
 * The entries are those of `exports` in package.json: a new one is added there and nowhere else.
 * The source of `./npy` is the index.ts of lib/npy or, where lib/ has no such folder, of
 * lib/files/npy.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve } from "node:path";

import { transform } from "esbuild";

const require = createRequire(import.meta.url);
// TypeScript 7 has no interface for other programs yet, so TypeScript 6 bundles the types.
require.cache[require.resolve("typescript")] = { exports: require("typescript-6.0") };
const { dts } = await import("rollup-plugin-dts");

const built = "build/lib";
const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");

/** The entries by the names of their files in dist/esm and dist/cjs: "index", "gemm/pool". */
const inputs = (extension) =>
  Object.fromEntries(
    entries.map((entry) => {
      const folder = [`${built}/${entry}`, `${built}/files/${entry}`].find(existsSync);
      return [entry === "." ? "index" : entry.slice(2), `${folder}/index${extension}`];
    }),
  );

/**
 * What the core shares with other entries is two chunks: `internal` needs no other package, and
 * `core` loads ndarray. Left to itself rollup makes a chunk for each set of entries, which costs
 * more time to load than the modules do. All other chunks are rollup's own.
 */
function chunkOf(id, { getModuleInfo }) {
  const users = new Set();
  const visit = (module) => {
    if (users.has(module)) return;
    users.add(module);
    for (const importer of getModuleInfo(module).importers) visit(importer);
  };
  visit(id);
  const using = [...users].filter((user) => getModuleInfo(user).isEntry);
  const usesCore = using.some((user) => relative(built, user).startsWith("index."));
  if (!usesCore || using.length === 1) return undefined;
  const needsPackage = (module) =>
    getModuleInfo(module).importedIds.some((other) => isExternal(other) || needsPackage(other));
  return id.startsWith(resolve(built, "internal")) && !needsPackage(id) ? "internal" : "core";
}

const isExternal = (id) => !/^[./]/.test(id);
const chunks = { hoistTransitiveImports: false, manualChunks: chunkOf };
const modules = { format: "es", chunkFileNames: "chunks/[name].js", ...chunks };
const declarations = {
  format: "es",
  chunkFileNames: ({ name }) => `chunks/${name.replace(/\.d$/, "")}.d.ts`,
  ...chunks,
};

/** Leaves comments out of what runs; they are in the declarations, where editors read them. */
const withoutComments = {
  name: "without-comments",
  async renderChunk(code) {
    return (await transform(code, { legalComments: "none", target: "es2023" })).code;
  },
};

/** Says to Node and to TypeScript that the files of dist/cjs are CommonJS. */
const saysCommonjs = {
  name: "says-commonjs",
  generateBundle() {
    const source = `${JSON.stringify({ type: "commonjs" })}\n`;
    this.emitFile({ type: "asset", fileName: "package.json", source });
  },
};

/**
 * A warning says that the package is not what its sources are, so it ends the build. Types that
 * are in a chunk and in no entry are intended: spec/package.spec.ts shows that a program which
 * exports what it gets from each entry can have its own declarations written.
 */
function onwarn({ message }) {
  if (!message.includes("private shared type exports")) throw new Error(message);
}

export default [
  {
    input: inputs(".js"),
    external: isExternal,
    onwarn,
    output: [
      { dir: "dist/esm", ...modules, plugins: [withoutComments] },
      {
        dir: "dist/cjs",
        ...modules,
        format: "cjs",
        exports: "named", // ./ndarray and ./ops have a default export beside their names
        interop: "default",
        esModule: true,
        plugins: [withoutComments, saysCommonjs],
      },
    ],
  },
  {
    input: inputs(".d.ts"),
    external: isExternal,
    onwarn,
    plugins: [dts()],
    output: [
      { dir: "dist/esm", ...declarations },
      { dir: "dist/cjs", ...declarations },
    ],
  },
];
