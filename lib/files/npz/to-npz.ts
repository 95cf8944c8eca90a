import { zipSync, type Zippable } from "fflate";
import { checkBoolean } from "../../internal/checks.ts";
import { nameOf, wrongKind } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { isPlainObject } from "../../template.ts";
import { encodeUtf8 } from "../internal/utf8.ts";
import { npyBytes, type NpyArray } from "../npy/to-npy.ts";
import { isWellFormed } from "../safetensors/format/json-scanner.ts";

/** Arrays by name: a record, a Map, or pairs, such as `leaves(views, template)` lists. */
export type NpzArrays =
  | Readonly<Record<string, NpyArray>>
  | Iterable<readonly [name: string, array: NpyArray]>;

export interface ToNpzOptions {
  /** Whether the arrays are compressed, as by `numpy.savez_compressed`. */
  readonly compress?: boolean;
}

/** A zip in its original form counts its bytes with 32 bits, and its files with 16. */
const MAX_BYTES = 2 ** 32 - 1;
const MAX_FILES = 65_534;

/** The earliest date that a zip can hold, so that the same arrays always give the same bytes. */
const DATE = [1980, 0, 1] as const;

/**
 * Several arrays as the bytes of an .npz file, as `numpy.savez` writes it. Pairs of paths and views
 * are what `leaves` gives, so a model goes to NumPy under the names of its template.
 *
 * @throws TypeError, RangeError with the name of an array that NumPy has no array for
 * @example
 * await writeFile("model.npz", toNpz(leaves(views, template))); // numpy.load("model.npz")["hidden.w"]
 */
export function toNpz(arrays: NpzArrays, options: ToNpzOptions = {}): Uint8Array<ArrayBuffer> {
  const call = "toNpz";
  checkOptions(call, options, ["compress"]);
  const { compress = false } = options;
  checkBoolean(call, "compress", compress);
  const files: Zippable = Object.create(null);
  let byteLength = 0;
  let count = 0;
  for (const pair of pairsOf(call, arrays)) {
    if (!Array.isArray(pair)) {
      throw wrongKind(call, "each of the arrays", "be a pair of a name and an array", pair);
    }
    const [own, array] = pair as [unknown, unknown];
    const name = checkName(call, own);
    const file = `${name}.npy`;
    if (Object.hasOwn(files, file)) {
      throw new RangeError(`${call}: the name ${nameOf(name)} comes a second time`);
    }
    const bytes = npyBytes(`${call}: ${name}`, array);
    files[file] = [bytes, { level: compress ? 6 : 0, mtime: new Date(...DATE) }];
    byteLength += bytes.length + ROOM + 6 * file.length;
    count++;
  }
  if (byteLength > MAX_BYTES || count > MAX_FILES) {
    const got = `${count} arrays of ${byteLength} bytes`;
    throw new RangeError(`${call}: a zip holds ${MAX_FILES} files and 4 GiB, got ${got}`);
  }
  return zipSync(files);
}

/** The bytes that a zip spends on each file at most, apart from its name, which it holds twice. */
const ROOM = 128;

function pairsOf(call: string, arrays: NpzArrays): Iterable<unknown> {
  if (typeof arrays === "object" && arrays !== null && Symbol.iterator in arrays) {
    return arrays as Iterable<unknown>;
  }
  if (isPlainObject(arrays)) return Object.entries(arrays);
  throw wrongKind(call, "arrays", "be a record, a Map or pairs of names and arrays", arrays);
}

function checkName(call: string, name: unknown): string {
  if (typeof name !== "string") throw wrongKind(call, "a name", "be a string", name);
  if (!isWellFormed(name)) {
    throw new RangeError(`${call}: ${nameOf(name)} contains half of a character`);
  }
  const { length } = encodeUtf8(name);
  if (length > MAX_NAME) {
    throw new RangeError(`${call}: a name has at most ${MAX_NAME} bytes, got ${length}`);
  }
  return name;
}

/** A zip counts the bytes of a name with 16 bits, and ".npy" is part of it. */
const MAX_NAME = 65_531;
