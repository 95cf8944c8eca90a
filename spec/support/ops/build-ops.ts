import { writeFileSync } from "node:fs";
import { writeOps } from "./write-ops.ts";

writeFileSync("lib/ops/ops.generated.ts", writeOps().text);
