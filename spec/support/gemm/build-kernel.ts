import { writeFileSync } from "node:fs";
import { generatedFiles } from "./generated-files.ts";

for (const { path, make } of generatedFiles) writeFileSync(path, await make());
