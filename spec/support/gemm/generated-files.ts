/**
 * The generated files of lib/, made from their sources: `npm run build:kernel` writes them. The
 * head of each has a digest of all that it was made from, so that an outdated file is known without
 * a fresh build.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { viewsText } from "../views/views-text.ts";
import { compile, options } from "./assembly-script.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const gemm = "lib/gemm/kernel/kernel.as.ts";
const elements = "lib/ops/simd/elements.as.ts";
const bytes = "lib/optimize/batches/scale-bytes.as.ts";
const draws = "lib/initialize/random/draws.as.ts";
const rows = "lib/softmax/rows/rows.as.ts";
const steps = "lib/optimize/kernels/steps.as.ts";
const worker = "lib/gemm/pool/threads/worker.ts";

export interface GeneratedFile {
  /** Path from the root of the repository. */
  readonly path: string;
  /** Makes the whole text from the sources. */
  readonly make: () => Promise<string>;
  /** The digest that the file must have now. */
  readonly digest: () => string;
}

export const read = (path: string): string => readFileSync(root + path, "utf8");

const versionOf = (name: string): string => {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return `${name} ${version}`;
};

/** A digest of files and of the tool, with its options, that makes something of them. */
function digestOf(files: readonly string[], tool: string, how: unknown): string {
  const hash = createHash("sha256");
  for (const text of [...files.map(read), versionOf(tool), JSON.stringify(how)]) {
    hash.update(`${text.length}:${text}`);
  }
  return hash.digest("hex");
}

/** A source in AssemblyScript and those that it imports. */
function sourcesOf(kernel: string): string[] {
  const imported = [...read(kernel).matchAll(/ from "(\.[^"]+)"/g)].map((found) =>
    join(dirname(kernel), `${found[1]!}.ts`).replaceAll("\\", "/"),
  );
  return [kernel, ...imported.flatMap(sourcesOf)];
}

/** A kernel: WebAssembly in hexadecimal digits. */
function kernelFile(
  path: string,
  name: string,
  kernel: string,
  features: readonly string[],
): GeneratedFile {
  const digest = (): string => digestOf(sourcesOf(kernel), "assemblyscript", [options, features]);
  const make = async (): Promise<string> =>
    [
      `// Made from ${basename(kernel)} by \`npm run build:kernel\`.`,
      `// Sources: ${digest()}`,
      `export const ${name} =\n  "${await compile(root + kernel, features)}";`,
      "",
    ].join("\n");
  return { path, make, digest };
}

/** A copy of loops. An engine keeps what it learns about types with a text. */
function copyFile(source: string): GeneratedFile {
  const path = source.replace(/\.ts$/, "-float32.generated.ts");
  const digest = (): string => hashOf(read(source));
  const make = (): Promise<string> =>
    Promise.resolve(
      [
        `// Made from ${basename(source)} by \`npm run build:kernel\`: its text once more, for float32.`,
        `// Sources: ${digest()}`,
        read(source).replace(/^\/\*\*.*?\*\/\n/s, ""),
      ].join("\n"),
    );
  return { path, make, digest };
}

const bundling = { bundle: true, minify: true, format: "iife", target: "es2022" } as const;

/** A worker of the pool with all that it needs, as a string. Its head lists the files in it. */
const workerFile: GeneratedFile = {
  path: "lib/gemm/pool/threads/worker.generated.ts",
  async make() {
    const { outputFiles, metafile } = await build({
      ...bundling,
      entryPoints: [root + worker],
      write: false,
      metafile: true,
    });
    const files = Object.keys(metafile.inputs).map((file) => relative(root, file));
    const inputs = files.toSorted();
    return [
      "// Made from worker.ts by `npm run build:kernel`.",
      `// Files: ${inputs.join(" ")}`,
      `// Sources: ${digestOf(inputs, "esbuild", bundling)}`,
      `export const workerSource =\n  ${JSON.stringify(outputFiles[0]!.text)};`,
      "",
    ].join("\n");
  },
  digest() {
    const [, files = ""] = /^\/\/ Files: (.*)$/m.exec(read(this.path)) ?? [];
    return digestOf(files.split(" "), "esbuild", bundling);
  },
};

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The views by rank. Their text is written at once, so that its own digest is the current one. */
const viewsFile: GeneratedFile = {
  path: "lib/internal/own-views/by-rank.generated.ts",
  make: () => Promise.resolve(`${viewsText()}// Sources: ${hashOf(viewsText())}\n`),
  digest: () => hashOf(viewsText()),
};

export const generatedFiles: readonly GeneratedFile[] = [
  viewsFile,
  kernelFile("lib/gemm/kernel/plain.generated.ts", "plain", gemm, []),
  kernelFile("lib/gemm/relaxed/fused.generated.ts", "fused", gemm, ["--enable", "relaxed-simd"]),
  kernelFile("lib/ops/simd/elements.generated.ts", "elements", elements, []),
  kernelFile("lib/optimize/batches/scale-bytes.generated.ts", "scaleBytes", bytes, []),
  kernelFile("lib/initialize/random/draws.generated.ts", "draws", draws, []),
  kernelFile("lib/softmax/rows/rows.generated.ts", "rows", rows, []),
  kernelFile("lib/optimize/kernels/steps.generated.ts", "steps", steps, []),
  copyFile("lib/optimize/kernels/step-loops.ts"),
  copyFile("lib/optimize/kernels/vector-loops.ts"),
  workerFile,
];
