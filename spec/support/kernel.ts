/** The generated files of lib/gemm, made from their sources: `npm run build:kernel` writes them. */
import { build } from "esbuild";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const folder = new URL("../../lib/gemm/", import.meta.url);
const source = fileURLToPath(new URL("kernel.as.ts", folder));
const compiler = createRequire(import.meta.url).resolve("assemblyscript/bin/asc.js");

/** wasm.generated.ts: the kernel without and with fused products, as base64. */
export async function wasmFile(): Promise<string> {
  const [plain, fused] = await Promise.all([compile([]), compile(["--enable", "relaxed-simd"])]);
  return [
    "// Made from kernel.as.ts by `npm run build:kernel`; the suite compares it with a fresh build.",
    `export const plain =\n  "${plain}";`,
    `export const fused =\n  "${fused}";`,
    "",
  ].join("\n");
}

/** worker.generated.ts: a worker of the pool with all it needs, as a string. */
export async function workerFile(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", folder))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return [
    "// Made from worker.ts by `npm run build:kernel`; the suite compares it with a fresh build.",
    `export const workerSource =\n  ${JSON.stringify(outputFiles[0]!.text)};`,
    "",
  ].join("\n");
}

async function compile(features: readonly string[]): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), "kernel-"));
  const output = join(scratch, "kernel.wasm");
  const options = "-O3 --runtime stub --importMemory --initialMemory 1 --enable simd".split(" ");
  try {
    await run(process.execPath, [compiler, source, ...options, ...features, "-o", output]);
    return readFileSync(output, "base64");
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
