/** Files broken at random along their structure, and the law that reading one must keep. */
import { readFileSync } from "node:fs";
import { parse, serialize, tensors } from "ndarray-params/safetensors";
import { fileOf } from "./safetensors.ts";

export interface Chooser {
  readonly below: (n: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
}

/** Mulberry32 (Tommy Ettinger, 2017), which is good enough to choose with. */
export function chooser(seed: number): Chooser {
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number): number => next() % n;
  return { below, of: (list) => list[below(list.length)]! };
}

const bases: readonly Uint8Array[] = [
  serialize([1, 2, 3, 4, 5, 6, 7, 8], { w: [3, 2], b: 2 }, { metadata: { step: "1", é: "\n" } }),
  serialize(new Float32Array(10), { layers: [{ w: [2, 2] }, { w: [2, 3] }], none: [0, 2] }),
  serialize([1], [[]]),
  readFileSync("spec/fixtures/files/floats.safetensors"),
  readFileSync("spec/fixtures/files/halves.safetensors"),
  readFileSync("spec/fixtures/files/all.safetensors"),
];

const integers = [
  "0",
  "1",
  "2",
  "7",
  "8",
  "9",
  "16",
  "-1",
  "1.5",
  "1e3",
  "01",
  '"8"',
  "null",
  "[]",
];
const large = ["4294967295", "4294967296", "9007199254740991", "9007199254740992", "1".repeat(400)];
const names = ["a", "a.b", "", ".", "0", "9999999", "__proto__", "constructor", "__metadata__", "\\u0061", "\\ud800", `l${".15".repeat(62)}`, "l.1020"]; // oxfmt-ignore
const dtypes = ["F64", "F32", "F16", "BF16", "I64", "BOOL", "C64", "F4", "F8_E4M3", "f64", "toString"]; // oxfmt-ignore
const tokens = ["{", "}", "[", "]", ",", ":", '"', "\\", "[[[[", '{"a":', "\0", "\ufeff", " ", "é"];

/** The text of a header with one piece replaced. */
function mutateText(text: string, { below, of }: Chooser): string {
  const replaceOne = (pattern: RegExp, replacement: string): string => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return text;
    const { 0: piece, index } = of(found);
    return text.slice(0, index) + replacement + text.slice(index + piece.length);
  };
  const at = below(text.length + 1);
  switch (below(8)) {
    case 0:
      return replaceOne(/\d+/g, of(integers));
    case 1:
      return replaceOne(/\d+/g, of(large));
    case 2:
      return replaceOne(/(?<=")[^"]+(?="\s*:)/g, of(names));
    case 3:
      return replaceOne(/(?<="dtype"\s*:\s*")\w+/g, of(dtypes));
    case 4:
      return replaceOne(/\[[^[\]]*\]/g, `[${Array(below(40)).fill(of(integers)).join()}]`);
    case 5:
      return text.slice(0, at) + of(tokens) + text.slice(at);
    case 6:
      return text.slice(0, at) + text.slice(at + 1 + below(20));
    default: {
      // A piece of the header is repeated: names come twice, objects lie in objects.
      const piece = text.slice(at, at + below(80));
      return text.slice(0, at) + piece + text.slice(at);
    }
  }
}

/** A broken file; the same seed gives the same file. */
export function mutant(seed: number): Uint8Array {
  const chance = chooser(seed);
  const { below, of } = chance;
  const base = of(bases);
  const length = Number(new DataView(base.buffer, base.byteOffset).getBigUint64(0, true));
  let text = Buffer.from(base.subarray(8, 8 + length)).toString();
  for (let i = below(4); i > 0; i--) text = mutateText(text, chance);
  const data = base.subarray(8 + length);
  const bytes = fileOf(text, data.subarray(0, below(6) === 0 ? below(data.length + 1) : undefined));
  const view = new DataView(bytes.buffer);
  switch (below(8)) {
    case 0:
      bytes[below(bytes.length)]! ^= 1 << below(8);
      break;
    case 1:
      view.setBigUint64(0, BigInt(length + below(64) - 32), true);
      break;
    case 2:
      view.setUint32(of([0, 4]), below(2 ** 32), true);
      break;
    case 3:
      return bytes.subarray(0, below(bytes.length + 1));
    default:
  }
  return bytes;
}

/** Calls a reader. It may refuse, but only with an error that says so and names the call. */
export function outcomeOf(call: string, read: () => void): "read" | "refused" {
  try {
    read();
    return "read";
  } catch (error) {
    const isRefusal = error instanceof RangeError || error instanceof TypeError;
    if (!(isRefusal && error.message.startsWith(`${call}: `))) throw error;
    return "refused";
  }
}

/**
 * Reads a file that lies inside a larger buffer. The result must be an error with a message, or
 * arrays of exactly the sizes of their shapes that lie inside the file or are copies.
 */
export function readMutant(file: Uint8Array): "read" | "refused" {
  const start = 64;
  const buffer = new ArrayBuffer(start + file.length + 64);
  const bytes = new Uint8Array(buffer, start, file.length);
  bytes.set(file);
  const check = (data: ArrayBufferView & { length: number }, length: number): void => {
    const { byteOffset, byteLength } = data;
    const isInside = byteOffset >= start && byteOffset + byteLength <= start + file.length;
    const isCopy = data.buffer !== buffer && data.buffer.byteLength <= 8 * file.length;
    if (data.length !== length || !(isInside || isCopy)) throw new Error("outside the file");
  };
  const outcomes = [
    outcomeOf("tensors", () => {
      for (const { view } of tensors(bytes).values()) check(view.data, view.size);
    }),
    outcomeOf("parse", () => {
      const { flat } = parse(bytes, { dtype: "float32" });
      check(flat.data, flat.shape[0]!);
    }),
  ];
  return outcomes.includes("read") ? "read" : "refused";
}
