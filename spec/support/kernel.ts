/** The generated files of lib/gemm, made from their sources: `npm run build:kernel` writes them. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const source = fileURLToPath(new URL("../../lib/gemm/kernel.as.ts", import.meta.url));
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

async function compile(features: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "kernel-"));
  const output = join(folder, "kernel.wasm");
  const options = "-O3 --runtime stub --importMemory --initialMemory 1 --enable simd".split(" ");
  try {
    await run(process.execPath, [compiler, source, ...options, ...features, "-o", output]);
    return readFileSync(output, "base64");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
