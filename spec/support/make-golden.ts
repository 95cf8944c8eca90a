/** Writes spec/fixtures/golden.json: the hashes of the version that is checked out. */
import { writeFile } from "node:fs/promises";
import { goldenHashes } from "./golden.ts";

const made =
  "Made on Node 20 by `node --import tsx/esm spec/support/make-golden.ts`: from version 0.1.0, and the cases called exact or ends from the versions after it.";
const fixture = new URL("../fixtures/golden.json", import.meta.url);
const hashes = await goldenHashes();
await writeFile(fixture, `${JSON.stringify({ made, ...hashes }, null, 2)}\n`);
