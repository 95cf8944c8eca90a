import { writeFileSync } from "node:fs";
import { writeOps } from "../ops/write-ops.ts";
import { generatedFiles } from "./generated-files.ts";

for (const { path, make } of generatedFiles) writeFileSync(path, await make());
writeFileSync("lib/ops/ops.generated.ts", writeOps().text);
