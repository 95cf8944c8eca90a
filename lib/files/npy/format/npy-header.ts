/**
 * The header of a .npy file (NumPy Enhancement Proposal 1; numpy.lib.format): the magic string,
 * the version, the length, and a Python dictionary of three entries in any order:
 *
 *     {'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }
 */
import { nameOf } from "../../../internal/messages.ts";
import { checkRank } from "../../../template.ts";
import { decodeLatin1 } from "../../internal/utf8.ts";

export interface NpyHeader {
  readonly descr: string;
  readonly isFortran: boolean;
  readonly shape: readonly number[];
  /** The place of the data, counted from the file's first byte. */
  readonly byteLength: number;
}

const MAGIC = "\x93NUMPY";

/** One entry, with the comma or the end that follows it. */
const ENTRY =
  /\s*(['"])(?<key>\w+)\1\s*:\s*(?<value>(['"])[^'"]*\4|True|False|\([^()]*\))\s*(?:,\s*|$)/gy;

/** The type of a structured array, which Python writes as a list of fields. */
const RECORDS = /^\{[^[]{0,80}(['"])descr\1\s*:\s*(?<descr>\[.*?\])/s;

/** A tuple of integers as Python writes it; a single one has a comma. Python 2 wrote 3L. */
const SHAPE = /^\((?:\s*|(?:\s*\d+L?\s*,)+\s*(?:\d+L?\s*)?)\)$/;

export function readNpyHeader(call: string, bytes: Uint8Array): NpyHeader {
  const fail = (fault: string): never => {
    throw new RangeError(`${call}: ${fault}`);
  };
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic.startsWith("PK")) {
    fail("this is an .npz, a zip of .npy files: fromNpz of ndarray-params/npz reads it");
  }
  if (magic !== MAGIC) fail(`a .npy file begins with "\\x93NUMPY", got ${JSON.stringify(magic)}`);
  const version = bytes[6];
  if (version !== 1 && version !== 2 && version !== 3) {
    fail(`version must be 1, 2 or 3, got ${version}`);
  }
  const start = version === 1 ? 10 : 12;
  if (bytes.byteLength < start) fail(`the file ends in its header, at byte ${bytes.byteLength}`);
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const length = version === 1 ? header.getUint16(8, true) : header.getUint32(8, true);
  const byteLength = start + length;
  if (byteLength > bytes.byteLength) {
    fail(`the header ends at byte ${byteLength}, the file has ${bytes.byteLength}`);
  }
  // Only version 3 is in UTF-8, but nothing beyond ASCII is read of either.
  const text = decodeLatin1(bytes.subarray(start, byteLength));
  const records = RECORDS.exec(text)?.groups?.["descr"];
  if (records !== undefined) fail(`elements must be numbers, got records ${nameOf(records)}`);
  const entries = entriesOf(text) ?? fail(`malformed header ${nameOf(text)}`);
  const descr = entries.get("descr")!.slice(1, -1);
  const tuple = entries.get("shape")!;
  if (!SHAPE.test(tuple)) fail(`shape must be a tuple of integers, got ${nameOf(tuple)}`);
  const shape = (tuple.match(/\d+/g) ?? []).map(Number);
  checkRank(call, shape.length);
  return { descr, isFortran: entries.get("fortran_order") === "True", shape, byteLength };
}

/** The three entries as they are written; undefined if there are others. */
function entriesOf(text: string): Map<string, string> | undefined {
  const body = /^\{(?<body>.*)\}\s*$/s.exec(text)?.groups?.["body"];
  if (body === undefined) return undefined;
  const found = [...body.matchAll(ENTRY)];
  const isWhole = found.reduce((sum, { 0: all }) => sum + all.length, 0) === body.length;
  const entries = new Map(found.map(({ groups }) => [groups!["key"]!, groups!["value"]!]));
  const isComplete =
    /^['"]/.test(entries.get("descr") ?? "") &&
    /^[TF]/.test(entries.get("fortran_order") ?? "") &&
    entries.get("shape")?.startsWith("(") === true;
  return isWhole && isComplete && found.length === 3 ? entries : undefined;
}
