/** Does a step by its kernel: in place on rows that live in the memory, chunk by chunk on others. */
import { dtypeOf, type Floats } from "../../internal/arrays.ts";
import { copyIn, copyOut } from "./copy-chunks.ts";
import type { Numbers } from "./step-loop.ts";
import { CHUNK, type Place, type StepKernels } from "./step-kernels.ts";

const GRADIENT = 1; // the row that is only read
const MOST = 5; // rows of a kernel
const at = /* @__PURE__ */ new Float64Array(MOST); // their addresses

/** Returns what the loop does. */
export function runStep(
  found: StepKernels,
  name: string,
  rows: readonly Floats[],
  rates: readonly Numbers[],
  numbers: Float64Array,
): number {
  const { buffer, numbersAt, places } = found;
  const [x] = rows as readonly [Floats];
  const [alpha, beta] = rates;
  const kernel = found.kernels[dtypeOf(x)][name]!;
  const hasRates = isEach(alpha) || isEach(beta);
  const inside = countInside(rows, buffer);
  const limit = inside < rows.length || hasRates ? CHUNK : x.length;
  found.numbers.set(numbers);
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
      else at[k] = copyIn(places[k]!, row, start, count);
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
      if (k !== GRADIENT && rows[k]!.buffer !== home) {
        copyOut(places[k]!, rows[k]!, start, count);
      }
    }
  }
  return largest;
}

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
