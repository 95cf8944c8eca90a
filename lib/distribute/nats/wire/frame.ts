/**
 * A message on the wire: a header of 72 bytes, a text, and elements of a flat. All numbers are
 * little-endian. A flat or a gradient that is larger than the server's limit comes in several
 * frames, in order, each with the place of its elements.
 *
 *      0  "NDPD", the version, the kind, bytes of an element on the wire, bytes of one in the model
 *      8  CRC-32 of all that follows      12  the template's checksum     16  the size of the flat
 *     20  the run                         28  the worker
 *     36  round          40  shard        44  shards
 *     48  first element  52  elements     56  the loss, a float64
 *     64  the length of the text in bytes; 68 to 71 are zero
 */
import type { DType } from "../../../internal/arrays.ts";
import { crc32 } from "../../../internal/crc-32.ts";
import type { Model } from "../../transport.ts";

/** The first three go to workers, the others come from them. */
export const Kind = {
  call: 1,
  round: 2,
  assign: 3,
  hello: 4,
  answer: 5,
  failure: 6,
  bye: 7,
} as const;

export type KindOf = (typeof Kind)[keyof typeof Kind];

export const HEADER = 72;
const MAGIC = 0x4450444e; // "NDPD"
const VERSION = 1;

export interface Frame {
  readonly kind: KindOf;
  /** A number of 53 bits that each coordinator draws, so that a new one is not taken for the old. */
  readonly run: number;
  /** A number of 53 bits that each worker draws; 0 in frames of the coordinator. */
  readonly worker: number;
  readonly round: number;
  readonly shard: number;
  readonly shards: number;
  readonly loss: number;
  /** The batch, the error, or the worker's connection. */
  readonly text: string;
  readonly wire: DType;
  /** The place of the elements in the flat. */
  readonly first: number;
  readonly count: number;
  /** The bytes of the elements. */
  readonly elements: Uint8Array;
}

const bytesIn = (dtype: DType): number => (dtype === "float64" ? 8 : 4);

export function encode(frame: Frame, model: Model): Uint8Array {
  const text = new TextEncoder().encode(frame.text);
  const bytes = new Uint8Array(HEADER + text.length + frame.elements.length);
  const view = new DataView(bytes.buffer);
  const word = (at: number, value: number): void => view.setUint32(at, value, true);
  word(0, MAGIC);
  bytes.set([VERSION, frame.kind, bytesIn(frame.wire), bytesIn(model.dtype)], 4);
  word(12, model.template);
  word(16, model.size);
  wide(view, 20, frame.run);
  wide(view, 28, frame.worker);
  word(36, frame.round);
  word(40, frame.shard);
  word(44, frame.shards);
  word(48, frame.first);
  word(52, frame.count);
  view.setFloat64(56, frame.loss, true);
  word(64, text.length);
  bytes.set(text, HEADER);
  bytes.set(frame.elements, HEADER + text.length);
  word(8, crc32(bytes.subarray(12)));
  return bytes;
}

function wide(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

/** Reads a message that may hold anything; returns what is wrong with it, if something is. */
export function decode(bytes: Uint8Array, model: Model): Frame | string {
  if (bytes.length < HEADER) return `${bytes.length} bytes are no message`;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => view.getUint32(at, true);
  if (word(0) !== MAGIC) return "it is no message of this library";
  const [version, kind, wire, own] = bytes.subarray(4, 8) as unknown as [
    number,
    number,
    number,
    number,
  ];
  if (version !== VERSION) return `it has version ${version}, and this is version ${VERSION}`;
  if (word(8) !== crc32(bytes.subarray(12))) return "its checksum is wrong";
  if (word(16) !== model.size) return `its flat has size ${word(16)} instead of ${model.size}`;
  if (own !== bytesIn(model.dtype)) return `its flat has another dtype than ${model.dtype}`;
  if (word(12) !== model.template) return "it is for another template";
  if (kind < Kind.call || kind > Kind.bye) return `there is no kind ${kind}`;
  if (wire !== 8 && wire !== 4) return `there are no elements of ${wire} bytes`;
  const [first, count, length] = [word(48), word(52), word(64)];
  if (first + count > model.size) return `it claims elements up to ${first + count}`;
  if (HEADER + length + count * wire !== bytes.length) return "it is not as long as it claims";
  const number = (at: number): number => word(at) + (word(at + 4) % 2 ** 21) * 2 ** 32;
  return {
    kind: kind as KindOf,
    run: number(20),
    worker: number(28),
    round: word(36),
    shard: word(40),
    shards: word(44),
    loss: view.getFloat64(56, true),
    text: new TextDecoder().decode(bytes.subarray(HEADER, HEADER + length)),
    wire: wire === 8 ? "float64" : "float32",
    first,
    count,
    elements: bytes.subarray(HEADER + length),
  };
}

/** Draws a number for a run or a worker; it is never 0. */
export const drawId = (): number => 1 + Math.floor(Math.random() * (2 ** 53 - 1));
