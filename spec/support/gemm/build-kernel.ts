import { writeFileSync } from "node:fs";
import { wasmFile, workerFile } from "./kernel.ts";

const folder = new URL("../../../lib/gemm/", import.meta.url);
writeFileSync(new URL("kernel/kernel.generated.ts", folder), await wasmFile());
writeFileSync(new URL("pool/threads/worker.generated.ts", folder), await workerFile());
