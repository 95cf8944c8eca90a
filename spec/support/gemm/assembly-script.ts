/** Compiles AssemblyScript to WebAssembly, in hexadecimal digits. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const compiler = createRequire(import.meta.url).resolve("assemblyscript/bin/asc.js");

export const options = "-O3 --runtime stub --importMemory --initialMemory 1 --enable simd";

export async function compile(source: string, features: readonly string[]): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), "assembly-script-"));
  const output = join(scratch, "module.wasm");
  try {
    const own = [...options.split(" "), ...features, "-o", output];
    await run(process.execPath, [compiler, source, ...own]);
    return readFileSync(output, "hex");
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
