import { expect } from "chai";
import { generatedFiles, read } from "../support/gemm/generated-files.ts";

describe("the digest of what a generated file was made from is the current one:", () => {
  for (const file of generatedFiles) {
    it(file.path, () => {
      const [, stored] = /^\/\/ Sources: ([0-9a-f]{64})$/m.exec(read(file.path)) ?? [];
      expect(stored, "run npm run build:kernel").to.equal(file.digest());
    });
  }
});
