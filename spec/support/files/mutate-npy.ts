/** Files of NumPy broken at random along their structure, and the law that reading one must keep. */
import { readFileSync } from "node:fs";
import { fromNpy, toNpy } from "ndarray-params/npy";
import { chooser, outcomeOf, type Chooser } from "./mutate.ts";

const fixtures = ["c", "fortran", "big-endian", "cube-fortran", "empty", "half", "int64", "scalar", "version-2", "structured", "text"]; // oxfmt-ignore
const bases: readonly Uint8Array[] = [
  ...fixtures.map((name) => readFileSync(`spec/fixtures/files/${name}.npy`)),
  toNpy(new Float32Array(7)),
];

const integers = ["0", "1", "2", "3", "7", "16", "-1", "1.5", "2L", "4294967295", "9007199254740993", "1".repeat(400)]; // oxfmt-ignore
const codes = ["<f8", "<f4", "<f2", ">f8", ">i4", "=u2", "|u1", "|b1", "<i8", "<c16", "|O", "<U3", "|S2", "<M8[ns]", "constructor", ""]; // oxfmt-ignore
const tokens = ["{", "}", "(", ")", "[", "]", ",", ":", "'", '"', "\\", "\0", " ", "\n", "True", "(1,)", "é", "PK"]; // oxfmt-ignore

function mutateText(text: string, { below, of }: Chooser): string {
  const replaceOne = (pattern: RegExp, replacement: string): string => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return text;
    const { 0: piece, index } = of(found);
    return text.slice(0, index) + replacement + text.slice(index + piece.length);
  };
  const at = below(text.length + 1);
  switch (below(7)) {
    case 0:
      return replaceOne(/\d+/g, of(integers));
    case 1:
      return replaceOne(/'[<>|=]\w+'/g, `'${of(codes)}'`);
    case 2:
      return replaceOne(/\([^)]*\)/g, `(${`${of(integers)},`.repeat(below(40))})`);
    case 3:
      return text.slice(0, at) + of(tokens).repeat(1 + below(50)) + text.slice(at);
    case 4:
      return text.slice(0, at) + text.slice(at + 1 + below(20));
    case 5:
      return replaceOne(/descr|shape|fortran_order/g, of(["descr", "shape", "fortran_order", "x"]));
    default: {
      const piece = text.slice(at, at + below(60));
      return text.slice(0, at) + piece + text.slice(at);
    }
  }
}

/** A broken file; the same seed gives the same file. */
export function npyMutant(seed: number): Uint8Array {
  const chance = chooser(seed);
  const { below, of } = chance;
  const base = of(bases);
  const [isLong, view] = [base[6] !== 1, new DataView(base.buffer, base.byteOffset)];
  const start = isLong ? 12 : 10;
  const end = start + (isLong ? view.getUint32(8, true) : view.getUint16(8, true));
  let text = Buffer.from(base.subarray(start, end)).toString("latin1");
  for (let i = below(4); i > 0; i--) text = mutateText(text, chance);
  const head = Buffer.from(base.subarray(0, start));
  const length = text.length + (below(6) === 0 ? below(64) - 32 : 0);
  if (isLong) head.writeUInt32LE(Math.max(0, length), 8);
  else head.writeUInt16LE(Math.max(0, length), 8);
  const data = base.subarray(end, below(6) === 0 ? end + below(base.length - end + 1) : undefined);
  const bytes = new Uint8Array(Buffer.concat([head, Buffer.from(text, "latin1"), data]));
  switch (below(8)) {
    case 0:
      bytes[below(bytes.length)]! ^= 1 << below(8);
      break;
    case 1:
      return bytes.subarray(0, below(bytes.length + 1));
    default:
  }
  return bytes;
}

/**
 * Reads a file that lies inside a larger buffer. The result must be an error with a message, or a
 * view on exactly the elements of its shape, which lie inside the file or are a copy.
 */
export function readNpyMutant(file: Uint8Array): "read" | "refused" {
  const start = 64;
  const buffer = new ArrayBuffer(start + file.length + 64);
  const bytes = new Uint8Array(buffer, start, file.length);
  bytes.set(file);
  const outcomes = ([undefined, "float64", "float32"] as const).map((dtype) =>
    outcomeOf("fromNpy", () => {
      const view = dtype === undefined ? fromNpy(bytes) : fromNpy(bytes, { dtype });
      const { byteOffset, byteLength, length } = view.data;
      const isInside = byteOffset >= start && byteOffset + byteLength <= start + file.length;
      const isCopy = view.data.buffer !== buffer && byteLength <= 8 * file.length;
      const size = view.shape.reduce((product, axis) => product * axis, 1);
      if (length !== size || !(isInside || isCopy)) throw new Error("outside the file");
    }),
  );
  return outcomes.includes("read") ? "read" : "refused";
}
