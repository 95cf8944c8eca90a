/**
 * Compares every generated file with a fresh build of its sources:
 *
 *     node --import tsx/esm spec/gemm/fresh-build.ts
 *
 * The suite itself compares digests only, because AssemblyScript takes its time.
 */
import { generatedFiles, read } from "../support/gemm/generated-files.ts";

for (const file of generatedFiles) {
  const isFresh = read(file.path) === (await file.make());
  console.log(`${isFresh ? "ok" : "OUTDATED, run npm run build:kernel"}  ${file.path}`);
  if (!isFresh) process.exitCode = 1;
}
