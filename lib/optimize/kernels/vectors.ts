/** What line searches do with rows: by kernels, or for short rows by loops, with the same bits. */
import type { Floats } from "../../internal/arrays.ts";
import { runStep, runSums, type Use } from "./run-kernel.ts";
import * as loops from "./vector-loops.ts";
import * as loops32 from "./vector-loops-float32.generated.ts";
import { SHORT, workshopFor, type Workshop } from "./workshop.ts";

const loopsFor = (x: Floats): typeof loops => (x.BYTES_PER_ELEMENT === 4 ? loops32 : loops);

/** The kernels for rows of one type that are long enough. */
function workshopOf(x: Floats, y: Floats, z: Floats): Workshop | undefined {
  const { length, BYTES_PER_ELEMENT: width } = x;
  if (length < SHORT || y.BYTES_PER_ELEMENT !== width || z.BYTES_PER_ELEMENT !== width) {
    return undefined;
  }
  return workshopFor(x);
}

/** Σ xᵢ·yᵢ, summed in float64 for float32 too. */
export function dot(x: Floats, y: Floats): number {
  const workshop = workshopOf(x, y, y);
  if (workshop === undefined) return loopsFor(x).dot(x, y);
  runSums(workshop, "dot", x, y, y);
  return sumOfEight(workshop.numbers);
}

/** Σ |xᵢ|: NaN or Infinity if an element is that, and a bound on all of them if not. */
export function sumOfSizes(x: Floats): number {
  const workshop = workshopOf(x, x, x);
  if (workshop === undefined) return loopsFor(x).sizes(x);
  runSums(workshop, "sizes", x, x, x);
  return sumOfEight(workshop.numbers);
}

/** into ← xᵀy, xᵀx, yᵀy */
export function products(x: Floats, y: Floats, into: Float64Array): void {
  const workshop = workshopOf(x, y, y);
  if (workshop === undefined) loopsFor(x).products(x, y, into);
  else {
    runSums(workshop, "products", x, y, y);
    addPairs(workshop.numbers, into);
  }
}

/** into ← sᵀy, yᵀy, yᵀg, sᵀg, sᵀs, sᵀlast with y = g - last */
export function conjugacy(g: Floats, last: Floats, s: Floats, into: Float64Array): void {
  const workshop = workshopOf(g, last, s);
  if (workshop === undefined) loopsFor(g).conjugacy(g, last, s, into);
  else {
    runSums(workshop, "conjugacy", g, last, s);
    addPairs(workshop.numbers, into);
  }
}

const combination: Use = { reads: 0b110, writes: 0b001 };

/** out ← a·x + b·y; `out` may be x or y. */
export function combine(out: Floats, a: number, x: Floats, b: number, y: Floats): void {
  const workshop = workshopOf(out, x, y);
  if (workshop === undefined) loopsFor(out).combine(out, a, x, b, y);
  else {
    workshop.numbers[0] = a;
    workshop.numbers[1] = b;
    runStep(workshop, "combine", combination, [out, x, y], none);
  }
}

const none: readonly never[] = [];

const sumOfEight = (s: Float64Array): number =>
  s[0]! + s[4]! + (s[2]! + s[6]!) + (s[1]! + s[5]! + (s[3]! + s[7]!));

/** The sums of even and of odd elements lie side by side. */
function addPairs(sums: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = sums[2 * i]! + sums[2 * i + 1]!;
}
