/** The generated files of lib/gemm, made from their sources: `npm run build:kernel` writes them. */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { compile } from "./assembly-script.ts";

const folder = new URL("../../../lib/gemm/", import.meta.url);
const source = fileURLToPath(new URL("kernel/kernel.as.ts", folder));

/** kernel.generated.ts: the kernel without and with fused products, as base64. */
export async function wasmFile(): Promise<string> {
  const [plain, fused] = await Promise.all([
    compile(source, []),
    compile(source, ["--enable", "relaxed-simd"]),
  ]);
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
    entryPoints: [fileURLToPath(new URL("pool/threads/worker.ts", folder))],
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
