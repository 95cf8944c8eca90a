/** The programs as one file each, from the sources of lib/. */
import { build, type Format, type Plugin } from "esbuild";

/** An engine without files: its bundles hold nothing of Node. */
const noNode: Plugin = {
  name: "no-node",
  setup: (plugin) => {
    plugin.onResolve({ filter: /^node:|^ndarray-params\/checkpoint$/ }, ({ path }) => ({
      path,
      namespace: "nothing",
    }));
    plugin.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({
      contents: "module.exports = {};",
    }));
  },
};

/** All that programs use of scijs is ours, as users write it under a policy; lib/ keeps its own imports. */
const ours: Plugin = {
  name: "ours",
  setup: (plugin) => {
    plugin.onResolve({ filter: /^ndarray(-ops)?$/ }, ({ path, importer, resolveDir, kind }) =>
      /[/\\](spec|examples)[/\\]/.test(importer)
        ? plugin.resolve(`ndarray-params/${path.replace("ndarray-", "")}`, { resolveDir, kind })
        : undefined,
    );
  },
};

interface Bundle {
  /** Takes ndarray and ndarray-ops from this package. */
  readonly isOurs?: boolean;
  readonly hasFiles?: boolean;
  readonly format?: Format;
  /** Leaves the packages to the engine, which then takes the built one. */
  readonly external?: boolean;
}

/** Writes build/engines/`out`, made of spec/engines/`entry` and all that it imports. */
export async function bundle(
  entry: string,
  out: string,
  { hasFiles = false, format = "esm", external = false, isOurs = false }: Bundle = {},
): Promise<string> {
  const outfile = `build/engines/${out}`;
  await build({
    entryPoints: [`spec/engines/${entry}`],
    outfile,
    bundle: true,
    format,
    platform: hasFiles ? "node" : "browser",
    target: "es2022",
    define: { HAS_FILES: String(hasFiles) },
    plugins: [...(hasFiles ? [] : [noNode]), ...(isOurs ? [ours] : [])],
    // Unused imports stay: that an entry can be imported is what some programs show.
    ignoreAnnotations: true,
    logLevel: "error",
    ...(external ? { packages: "external", tsconfigRaw: {} } : {}),
  });
  return outfile;
}
