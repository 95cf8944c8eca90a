/** Frames, `vm` contexts and test environments have arrays of their own classes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import ndarray from "ndarray";
import { open, save } from "ndarray-params/checkpoint";
import { fromNpy, toNpy } from "ndarray-params/npy";
import {
  headerByteLength,
  load,
  parse,
  parseHeader,
  serialize,
  tensorOf,
  tensors,
} from "ndarray-params/safetensors";
import { foreignArray, foreignBytes } from "../support/files/other-realm.ts";
import { plain } from "../support/markdown.ts";

const template = { hidden: { w: [3, 2], b: 2 } } as const;
const numbers = [0, 1, 2, 3, 4, 5, 6, 7];

describe("another realm", () => {
  for (const own of [Float64Array.from(numbers), Float32Array.from(numbers)]) {
    const { name } = own.constructor;
    const array = foreignArray(own);

    describe(`has a ${name} that`, () => {
      it("is of no class of this realm", () => {
        expect(array).not.to.be.instanceOf(own.constructor);
        expect(Object.prototype.toString.call(array)).to.equal(`[object ${name}]`);
      });

      it("is serialized, strided too", () => {
        const bytes = serialize(own, template);
        expect(serialize(array, template)).to.deep.equal(bytes);
        const reversed = ndarray(foreignArray(own.toReversed()), [8], [-1], 7);
        expect(serialize(reversed, template)).to.deep.equal(bytes);
      });

      it("is filled, strided too", () => {
        const bytes = serialize(own, template);
        const into = foreignArray(own.slice().fill(-1));
        const { flat, views } = load(bytes, template, { into });
        expect(flat.data).to.equal(into);
        expect(views.hidden.b.data).to.equal(into);
        expect([...into]).to.deep.equal(numbers);
        const spread = ndarray(foreignArray(own.slice().fill(-1)), [8], [-1], 7);
        load(bytes, template, { into: spread as never });
        expect([...spread.data]).to.deep.equal(numbers.toReversed());
      });

      it("is written as .npy, and so is a view on it", () => {
        expect(toNpy(array)).to.deep.equal(toNpy(own));
        const view = ndarray(array, [2, 3], [1, 2], 1);
        expect(toNpy(view)).to.deep.equal(toNpy(ndarray(own, [2, 3], [1, 2], 1)));
      });

      it("is saved and opened", async () => {
        const folder = mkdtempSync(join(tmpdir(), "other-realm-"));
        try {
          const path = join(folder, "model.safetensors");
          await save(path, array, template);
          const into = foreignArray(own.slice().fill(-1));
          const { flat } = await open(path, { template, into });
          expect(flat.data).to.equal(into);
          expect([...into]).to.deep.equal(numbers);
        } finally {
          rmSync(folder, { recursive: true });
        }
      });
    });
  }

  for (const name of ["Uint8Array", "Buffer", "ArrayBuffer", "SharedArrayBuffer"]) {
    describe(`has bytes in a ${name} that`, () => {
      const own = serialize(numbers, template, { metadata: { step: "1" } });
      const bytes = foreignBytes(name, own);

      it("are parsed without a copy", () => {
        const { flat, metadata, shared } = parse(bytes);
        expect([...flat.data]).to.deep.equal(numbers);
        expect({ ...metadata }).to.deep.equal({ format: "pt", step: "1" });
        expect(shared).to.equal(true);
        expect(flat.data).to.be.instanceOf(Float64Array);
      });

      it("are loaded", () => {
        expect([...load(bytes, template).flat.data]).to.deep.equal(numbers);
        const { flat } = load(bytes, template, { dtype: "float32" });
        expect([...flat.data]).to.deep.equal(numbers);
      });

      it("are read a tensor at a time", () => {
        const all = tensors(bytes);
        expect([...all.keys()]).to.deep.equal(["hidden.w", "hidden.b"]);
        expect(plain(all.get("hidden.b")!.view)).to.deep.equal([6, 7]);
        expect(headerByteLength(bytes)).to.equal(headerByteLength(own));
        const entry = parseHeader(bytes).entries[1]!;
        expect(entry).to.deep.equal(parseHeader(own).entries[1]);
        const part = own.subarray(entry.byteOffset, entry.byteOffset + entry.byteLength);
        expect(plain(tensorOf(foreignBytes(name, part), entry).view)).to.deep.equal([6, 7]);
      });

      it("are read as .npy", () => {
        const view = ndarray(Float64Array.from(numbers), [4, 2]);
        const npy = foreignBytes(name, toNpy(view));
        expect(plain(fromNpy(npy))).to.deep.equal(plain(view));
        expect(plain(fromNpy(npy, { dtype: "float32" }))).to.deep.equal(plain(view));
      });
    });
  }

  it("has integers and clamped bytes, which are known by their kind", () => {
    const integers = foreignArray(Int32Array.of(1, -2));
    expect(toNpy(integers)).to.deep.equal(toNpy(Int32Array.of(1, -2)));
    expect(() => serialize(integers, [2])).to.throw(
      TypeError,
      "serialize: flat must be floats or an array of numbers, got an Int32Array",
    );
    expect(toNpy(foreignArray(Uint8ClampedArray.of(1, 255)))).to.deep.equal(
      toNpy(Uint8Array.of(1, 255)),
    );
    expect(() => parse(foreignArray(new DataView(new ArrayBuffer(8))) as never)).to.throw(
      TypeError,
      "parse: bytes must be a Uint8Array or an ArrayBuffer, got a DataView",
    );
  });
});
