/** Runs kernels over rows: in place where these live in the memory, and chunk by chunk elsewhere. */
import { dtypeOf, type Floats } from "../../internal/arrays.ts";
import { copyIn, copyOut } from "./stage.ts";
import type { Numbers } from "./step-loop.ts";
import { CHUNK, type Place, type Workshop } from "./workshop.ts";

/** The rows that a kernel reads, and those that it writes: a bit for each. */
export interface Use {
  readonly reads: number;
  readonly writes: number;
}

const MOST = 5; // rows of a kernel
const at = new Float64Array(MOST); // their addresses

/** Does a step. The numbers of its formula are in the workshop already. Returns what its loop does. */
export function runStep(
  workshop: Workshop,
  name: string,
  { reads, writes }: Use,
  rows: readonly Floats[],
  rates: readonly Numbers[],
): number {
  const { buffer, numbersAt, places } = workshop;
  const [x] = rows as readonly [Floats];
  const [alpha, beta] = rates;
  const kernel = workshop.kernels[dtypeOf(x)][name]!;
  const hasRates = isEach(alpha) || isEach(beta);
  const inside = countInside(rows, buffer);
  const limit = inside < rows.length || hasRates ? CHUNK : x.length;
  let largest = 0;
  let count = 0;
  for (let start = 0; start < x.length; start += count) {
    count = Math.min(limit, x.length - start);
    // A kernel takes pairs. In place the last one of an odd number would reach beyond the row.
    if (inside > 0 && count > 1) count -= count % 2;
    const home = count % 2 === 0 ? buffer : undefined; // where rows can stay
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!;
      if (row.buffer === home) at[k] = row.byteOffset + start * row.BYTES_PER_ELEMENT;
      else at[k] = reads & (1 << k) ? copyIn(places[k]!, row, start, count) : places[k]!.address;
    }
    const a = copyRate(places[MOST]!, alpha, start, count);
    const b = copyRate(places[MOST + 1]!, beta, start, count);
    const [da, db] = [isEach(alpha) ? 16 : 0, isEach(beta) ? 16 : 0];
    const pairs = count + (count % 2);
    largest = Math.max(
      largest,
      kernel(pairs, at[0]!, at[1]!, at[2]!, at[3]!, at[4]!, numbersAt, a, da, b, db),
    );
    for (let k = 0; k < rows.length; k++) {
      if (writes & (1 << k) && rows[k]!.buffer !== home)
        copyOut(places[k]!, rows[k]!, start, count);
    }
  }
  return largest;
}

/** Adds to the partial sums in the workshop, which begin at 0. */
export function runSums(workshop: Workshop, name: string, x: Floats, y: Floats, z: Floats): void {
  const { buffer, numbers, numbersAt } = workshop;
  const [one, two, three] = workshop.places as readonly [Place, Place, Place];
  const kernel = workshop.kernels[dtypeOf(x)][name]!;
  const isInside = x.buffer === buffer && y.buffer === buffer && z.buffer === buffer;
  const limit = isInside ? x.length : CHUNK;
  numbers.fill(0);
  for (let start = 0; start < x.length; start += limit) {
    const count = Math.min(limit, x.length - start);
    const ax = addressOf(buffer, one, x, start, count);
    const ay = y === x ? ax : addressOf(buffer, two, y, start, count);
    const az = z === x ? ax : addressOf(buffer, three, z, start, count);
    kernel(count, ax, ay, az, numbersAt);
  }
}

const addressOf = (
  buffer: ArrayBufferLike,
  place: Place,
  row: Floats,
  start: number,
  count: number,
): number =>
  row.buffer === buffer
    ? row.byteOffset + start * row.BYTES_PER_ELEMENT
    : copyIn(place, row, start, count);

function countInside(rows: readonly Floats[], buffer: ArrayBufferLike): number {
  let inside = 0;
  for (const row of rows) if (row.buffer === buffer) inside++;
  return inside;
}

/** Whether a rate has a number for each element. */
const isEach = (rate: Numbers | undefined): boolean => rate !== undefined && rate.stride !== 0;

/** Brings in a rate as float64: a chunk of it, or a pair of its one number. Returns the address. */
function copyRate(place: Place, rate: Numbers | undefined, start: number, count: number): number {
  const { address, float64 } = place;
  if (rate === undefined) return address;
  const { data, offset, stride } = rate;
  const all = stride === 0 ? 2 : count;
  for (let i = 0, from = offset + start * stride; i < all; i++, from += stride) {
    float64[i] = data[from]!;
  }
  return address;
}
