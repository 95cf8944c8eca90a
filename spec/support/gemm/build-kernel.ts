import { writeFileSync } from "node:fs";
import { wasmFile, workerFile } from "./kernel.ts";

const folder = new URL("../../lib/gemm/", import.meta.url);
writeFileSync(new URL("wasm.generated.ts", folder), await wasmFile());
writeFileSync(new URL("worker.generated.ts", folder), await workerFile());
