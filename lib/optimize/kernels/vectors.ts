/**
 * The operations of line searches on rows. Kernels take rows that are in one arena: to copy others in would
 * take as long as the loops in JavaScript do. All have the same bits.
 */
import { dtypeOf, type Floats } from "../../internal/arrays.ts";
import { hasArenas } from "../../internal/wasm/memory.ts";
import { allFinite as isEachFinite } from "../run/finite.ts";
import {
  combine as combine64,
  conjugacy as conjugacy64,
  copyShort as copyShort64,
  dot as dot64,
  products as products64,
  shortDot as shortDot64,
  sizes as sizes64,
} from "./vector-loops.ts";
import {
  combine as combine32,
  conjugacy as conjugacy32,
  copyShort as copyShort32,
  dot as dot32,
  products as products32,
  shortDot as shortDot32,
  sizes as sizes32,
} from "./vector-loops-float32.generated.ts";
import { SHORT, stepKernelsFor, type StepKernels } from "./step-kernels.ts";

const isNarrow = ({ BYTES_PER_ELEMENT: width }: Floats): boolean => width === 4;

/** The kernels for rows that are in one arena, of one type, and long enough. */
function kernelsFor(x: Floats, y: Floats, z: Floats): StepKernels | undefined {
  if (x.length < SHORT || !hasArenas()) return undefined;
  const { buffer, BYTES_PER_ELEMENT: width } = x;
  if (y.buffer !== buffer || z.buffer !== buffer) return undefined;
  if (y.BYTES_PER_ELEMENT !== width || z.BYTES_PER_ELEMENT !== width) return undefined;
  const found = stepKernelsFor(x);
  return found?.buffer === buffer ? found : undefined;
}

/** Runs the kernel for some sums. Partial ones are then in `numbers`. */
function sum(found: StepKernels, name: string, x: Floats, y: Floats, z: Floats): Float64Array {
  const { kernels, numbers, numbersAt } = found;
  const kernel = kernels[dtypeOf(x)][name]!;
  numbers.fill(0);
  kernel(x.length, x.byteOffset, y.byteOffset, z.byteOffset, numbersAt);
  return numbers;
}

/** Σ xᵢ·yᵢ, summed in float64 for float32 too. */
export function dot(x: Floats, y: Floats): number {
  const found = kernelsFor(x, y, y);
  if (found !== undefined) return sumOfEight(sum(found, "dot", x, y, y));
  return isNarrow(x) ? dot32(x, y) : dot64(x, y);
}

/** Σ |xᵢ|: NaN or Infinity if an element is that, and a bound on all of them if not. */
export function sumOfSizes(x: Floats): number {
  const found = kernelsFor(x, x, x);
  if (found !== undefined) return sumOfEight(sum(found, "sizes", x, x, x));
  return isNarrow(x) ? sizes32(x) : sizes64(x);
}

/** Whether all elements are finite. */
export const allFinite = (x: Floats): boolean => sumOfSizes(x) < Infinity || isEachFinite(x);

/** into ← xᵀy, xᵀx, yᵀy */
export function products(x: Floats, y: Floats, into: Float64Array): void {
  const found = kernelsFor(x, y, y);
  if (found !== undefined) addPairs(sum(found, "products", x, y, y), into);
  else if (isNarrow(x)) products32(x, y, into);
  else products64(x, y, into);
}

/** into ← sᵀy, yᵀy, yᵀg, sᵀg, sᵀs, sᵀlast with y = g - last */
export function conjugacy(g: Floats, last: Floats, s: Floats, into: Float64Array): void {
  const found = kernelsFor(g, last, s);
  if (found !== undefined) addPairs(sum(found, "conjugacy", g, last, s), into);
  else if (isNarrow(g)) conjugacy32(g, last, s, into);
  else conjugacy64(g, last, s, into);
}

/** out ← a·x + b·y; `out` may be x or y. */
export function combine(out: Floats, a: number, x: Floats, b: number, y: Floats): void {
  const found = kernelsFor(out, x, y);
  if (found !== undefined) combineInside(found, out, a, x, b, y);
  else if (isNarrow(out)) combine32(out, a, x, b, y);
  else combine64(out, a, x, b, y);
}

function combineInside(
  { kernels }: StepKernels,
  out: Floats,
  a: number,
  x: Floats,
  b: number,
  y: Floats,
): void {
  const last = out.length - 1;
  const odd = a * x[last]! + b * y[last]!; // the kernel takes pairs
  const kernel = kernels[dtypeOf(out)]["combine"]!;
  kernel(out.length & ~1, out.byteOffset, x.byteOffset, y.byteOffset, a, b);
  if (last % 2 === 0) out[last] = odd;
}

/** The operations of every iteration of a search. */
export interface Vectors {
  /** out ← x */
  readonly copy: (out: Floats, x: Floats) => void;
  readonly combine: typeof combine;
  readonly dot: typeof dot;
  readonly products: typeof products;
}

const long: Vectors = { copy: (out, x) => out.set(x), combine, dot, products };
const short64: Vectors = {
  copy: copyShort64,
  combine: combine64,
  dot: shortDot64,
  products: products64,
};
const short32: Vectors = {
  copy: copyShort32,
  combine: combine32,
  dot: shortDot32,
  products: products32,
};

/** The operations for many calls with rows as long as this one: short rows go to loops unasked. */
export const vectorsFor = (row: Floats): Vectors =>
  row.length >= SHORT ? long : isNarrow(row) ? short32 : short64;

const sumOfEight = (s: Float64Array): number =>
  s[0]! + s[1]! + (s[2]! + s[3]!) + (s[4]! + s[5]! + (s[6]! + s[7]!));

/** The sums of even and of odd elements lie side by side. */
function addPairs(sums: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = sums[2 * i]! + sums[2 * i + 1]!;
}
