import { expect } from "chai";
import { copyOfLib, lacking, type Change } from "../support/lacking.ts";

type CopyShared = typeof import("../../lib/internal/wasm/copy-shared.ts");

const withoutBuiltins: Change = [process, "getBuiltinModule", undefined];

describe("copyShared", () => {
  for (const [where, changes] of [
    ["with Node's Buffer", []],
    ["where there is none, as in browsers", [withoutBuiltins]],
  ] as const) {
    it(`copies short and long arrays ${where}`, async () => {
      const load = copyOfLib();
      await lacking(changes, async () => {
        const { copyShared: copy } = await load<CopyShared>("internal/wasm/copy-shared.ts");
        for (const size of [3, 1000]) {
          const from = Float64Array.from({ length: size }, (_, i) => i + 0.5);
          const shared = new Float64Array(new SharedArrayBuffer(8 * size));
          const back = new Float64Array(size);
          copy(from, shared);
          copy(shared, back);
          expect([...back]).to.deep.equal([...from]);
        }
      });
    });
  }
});
