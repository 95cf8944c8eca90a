/** Cuts flats and gradients into frames that the server lets pass, and puts them together again. */
import { floatKinds, type DType, type Floats } from "../../../internal/arrays.ts";
import { HEADER, type Frame } from "./frame.ts";

/** The fields that all frames of one flat have in common. */
export type Head = Omit<Frame, "first" | "count" | "elements" | "wire">;

/** A server's limit if it is not known at the moment. */
const USUAL = 2 ** 20;

/**
 * Cuts a flat into frames of at most `limit` bytes. The text is in the first one. A text that leaves
 * no room is refused at once, and not when the first frame is sent.
 */
export function framesOf(head: Head, flat: Floats, wire: DType, limit = USUAL): Iterable<Frame> {
  const room = limit - HEADER - new TextEncoder().encode(head.text).length;
  const each = Math.floor(room / sizesOf(wire).BYTES);
  if (each < 1) throw new RangeError("nats: the batch is too long for a message of this server");
  return framesOfAtMost(each, head, flat, wire);
}

/** A generator, so that no two frames of a large flat are in memory at a time. */
function* framesOfAtMost(each: number, head: Head, flat: Floats, wire: DType): Iterable<Frame> {
  const { Data, BYTES } = sizesOf(wire);
  let first = 0;
  do {
    const count = Math.min(each, flat.length - first);
    const elements = new Uint8Array(count * BYTES);
    new Data(elements.buffer).set(flat.subarray(first, first + count));
    yield { ...head, wire, first, count, elements, text: first === 0 ? head.text : "" };
    first += count;
  } while (first < flat.length);
}

const sizesOf = (wire: DType) => {
  const { Data } = floatKinds[wire];
  return { Data, BYTES: Data.BYTES_PER_ELEMENT };
};

/** A flat that comes in frames. They must be of one message and come in order. */
export interface Incoming {
  readonly key: string;
  readonly head: Frame;
  readonly target: Floats;
  next: number;
}

const keyOf = ({ run, round, shard, wire }: Frame): string => [run, round, shard, wire].join();

/** Begins with a first frame. */
export const begin = (frame: Frame, target: Floats): Incoming => ({
  key: keyOf(frame),
  head: frame,
  target,
  next: 0,
});

/** Whether a frame goes on where the frames before it ended. */
export const continues = (incoming: Incoming | undefined, frame: Frame): incoming is Incoming =>
  incoming?.key === keyOf(frame) && incoming.next === frame.first;

/** Adds a frame that continues; says whether the flat is whole now. */
export function addTo(incoming: Incoming, { wire, first, count, elements }: Frame): boolean {
  const { Data, BYTES } = sizesOf(wire);
  // A copy, because the elements may lie anywhere in the message.
  const copy = new Uint8Array(count * BYTES);
  copy.set(elements);
  incoming.target.set(new Data(copy.buffer), first);
  incoming.next = first + count;
  return incoming.next === incoming.target.length;
}

/** The elements of frames that have none. */
export const NONE = { wire: "float64", first: 0, count: 0, elements: new Uint8Array(0) } as const;
