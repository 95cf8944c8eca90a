import { expect } from "chai";
import { load, parse, parseHeader, serialize, tensors } from "ndarray-params/safetensors";
import { malformed } from "../../support/files/malformed.ts";

const CUT_OFF = /takes 8 bytes, got|header ends at byte|its data ends at \d+, the file's data at/;

describe("a malformed file is refused:", () => {
  for (const { name, bytes, message } of malformed) {
    it(name, () => {
      expect(() => parse(bytes)).to.throw(RangeError, `parse: ${message}`);
      expect(() => parseHeader(bytes)).to.throw(RangeError, `parseHeader: ${message}`);
      expect(() => load(bytes, [])).to.throw(RangeError, `load: ${message}`);
      expect(() => tensors(bytes)).to.throw(RangeError, `tensors: ${message}`);
    });
  }

  it("a small file cut off at any byte", () => {
    const bytes = serialize(
      [1, 2, 3],
      { hidden: { w: [1, 2], b: 1 } },
      { metadata: { step: "1" } },
    );
    for (let end = 0; end < bytes.length; end++) {
      expect(() => parse(bytes.subarray(0, end)), `at ${end}`).to.throw(RangeError, CUT_OFF);
    }
  });

  it("a buffer that was transferred, as an array on it is", () => {
    const buffer = new ArrayBuffer(100);
    const array = new Uint8Array(buffer);
    structuredClone(buffer, { transfer: [buffer] });
    for (const gone of [buffer, array]) {
      const message = "parse: the header's length takes 8 bytes, got 0";
      expect(() => parse(gone)).to.throw(RangeError, message);
    }
  });

  it("a value that is not bytes", () => {
    const call = (bytes: unknown) => () => parse(bytes as Uint8Array);
    const need = "parse: bytes must be a Uint8Array or an ArrayBuffer, got";
    expect(call(undefined)).to.throw(TypeError, `${need} undefined`);
    expect(call("model.safetensors")).to.throw(TypeError, `${need} "model.safetensors"`);
    expect(call([1, 2])).to.throw(TypeError, `${need} an Array`);
    expect(call(new Float64Array(2))).to.throw(TypeError, `${need} a Float64Array`);
  });
});
