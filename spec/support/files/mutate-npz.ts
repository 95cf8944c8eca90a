/** Zips of NumPy broken at random along their structure, and the law that reading one must keep. */
import { readFileSync } from "node:fs";
import { zipSync, type Zippable } from "fflate";
import { fromNpz, loadNpz, toNpz } from "ndarray-params/npz";
import { npyMutant } from "./mutate-npy.ts";
import { chooser, outcomeOf, type Chooser } from "./mutate.ts";

const bases: readonly Uint8Array[] = [
  ...["plain", "compressed"].map((name) => readFileSync(`spec/fixtures/files/${name}.npz`)),
  toNpz({ w: new Float64Array(6), b: new Float32Array(2) }),
  toNpz({ zeros: new Float64Array(3000), b: [1, 2] }, { compress: true }),
  toNpz({}),
];

const names = ["w.npy", "b.npy", "w", ".npy", "", "../w.npy", "__proto__.npy", "é.npy", "0.npy", "a/b.npy", "npy".repeat(99)]; // oxfmt-ignore

/** A sound zip of one to three files that are mostly not. */
function zipOfMutants(seed: number, { below, of }: Chooser): Uint8Array {
  const files: Zippable = Object.create(null);
  for (let i = below(3); i >= 0; i--) {
    files[of(names)] = [npyMutant(3 * seed + i), { level: of([0, 6] as const) }];
  }
  return zipSync(files);
}

/** The fields of the three kinds of records, in bytes from their signature: PKWARE's APPNOTE 6.3. */
const records: readonly {
  readonly signature: readonly number[];
  readonly fields: readonly (readonly [at: number, size: 2 | 4])[];
}[] = [
  {
    signature: [0x50, 0x4b, 3, 4],
    fields: [[0, 4], [6, 2], [8, 2], [14, 4], [18, 4], [22, 4], [26, 2], [28, 2]], // oxfmt-ignore
  },
  {
    signature: [0x50, 0x4b, 1, 2],
    fields: [[0, 4], [8, 2], [10, 2], [16, 4], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [42, 4]], // oxfmt-ignore
  },
  {
    signature: [0x50, 0x4b, 5, 6],
    fields: [[0, 4], [8, 2], [10, 2], [12, 4], [16, 4], [20, 2]], // oxfmt-ignore
  },
];

/** Gives one field of one record another number: a near one, a limit, or any. */
function mutateField(bytes: Buffer, { below, of }: Chooser): void {
  const { signature, fields } = of(records);
  const places: number[] = [];
  for (let at = -1; (at = bytes.indexOf(Buffer.from(signature), at + 1)) >= 0;) places.push(at);
  if (places.length === 0) return;
  const [offset, size] = of(fields);
  const at = of(places) + offset;
  if (at + size > bytes.length) return;
  const most = 2 ** (8 * size);
  const old = bytes.readUIntLE(at, size);
  const near = old + below(65) - 32;
  const other = of([
    near,
    old * 2,
    old * 1000,
    0,
    1,
    8,
    most - 1,
    below(bytes.length),
    below(most),
  ]);
  bytes.writeUIntLE(((other % most) + most) % most, at, size);
}

/** A broken file; the same seed gives the same file. */
export function npzMutant(seed: number): Uint8Array {
  const chance = chooser(seed);
  const { below, of } = chance;
  const bytes = Buffer.from(below(2) === 0 ? zipOfMutants(seed, chance) : of(bases));
  for (let i = below(4); i > 0; i--) mutateField(bytes, chance);
  const at = below(bytes.length + 1);
  switch (below(8)) {
    case 0:
      if (at < bytes.length) bytes[at]! ^= 1 << below(8);
      break;
    case 1:
      return bytes.subarray(0, at);
    case 2: // A piece is repeated, so that records come twice.
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(below(at + 1))]);
    default:
  }
  return bytes;
}

/** A byte of a compressed file becomes at most 1032, and an element of one byte at most eight. */
const MOST_PER_BYTE = 1032;
const MOST_CONVERTED = 8 * MOST_PER_BYTE;

/** Room for the buffers of a reader that finds nothing to decompress. */
const ROOM = 100_000;

/**
 * Reads a file that lies inside a larger buffer. The result must be an error with a message, or
 * arrays of exactly the sizes of their shapes that lie inside the file or are no larger than what
 * its bytes can hold. A refusal must not allocate more than that either.
 */
export function readNpzMutant(file: Uint8Array): "read" | "refused" {
  const start = 64;
  const buffer = new ArrayBuffer(start + file.length + 64);
  const bytes = new Uint8Array(buffer, start, file.length);
  bytes.set(file);
  const outcomes = ([undefined, "float64"] as const).map((dtype) => {
    const before = process.memoryUsage().arrayBuffers;
    const outcome = outcomeOf("fromNpz", () => {
      let byteLengths = 0;
      const arrays = dtype === undefined ? fromNpz(bytes) : fromNpz(bytes, { dtype });
      for (const { data, shape } of arrays.values()) {
        const { byteOffset, byteLength, length } = data;
        const isInside = byteOffset >= start && byteOffset + byteLength <= start + file.length;
        const size = shape.reduce((product, axis) => product * axis, 1);
        if (length !== size) throw new Error("its elements are not those of its shape");
        if (data.buffer === buffer && !isInside) throw new Error("outside the file");
        if (data.buffer !== buffer) byteLengths += byteLength;
      }
      const most = dtype === undefined ? MOST_PER_BYTE : MOST_CONVERTED;
      if (byteLengths > most * file.length) throw new Error("more than the file can hold");
    });
    const taken = process.memoryUsage().arrayBuffers - before;
    const most = MOST_PER_BYTE + MOST_CONVERTED;
    if (taken > most * file.length + ROOM) throw new Error(`${taken} bytes were allocated`);
    return outcome;
  });
  outcomes.push(outcomeOf("loadNpz", () => loadNpz(bytes, { w: 6, b: 2 }, { partial: true })));
  return outcomes.includes("read") ? "read" : "refused";
}
