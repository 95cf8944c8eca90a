/** A product in blocks that fit the engine's scratch and the caches. */
import { room, type Engine } from "../kernel/engine.ts";
import { VECTOR, type KernelFunctions } from "../kernel/kernel-exports.ts";
import { copyIn, copyOut, placeOf, stage, type Block, type Place } from "../kernel/stage.ts";
import { TERMS, turned, type Product } from "../product/product.ts";
import { planOf, type Plan } from "./plan.ts";

/**
 * Exchanges the operands if Cᵀ = Bᵀ·Aᵀ is faster. Vectors run along the rows of B, so the elements
 * of a row should be neighbours. If those of both B and Aᵀ are, vectors run along the longer axis of
 * C; if neither are, the smaller operand is packed.
 */
const oriented = (product: Product): Product => (isTurned(product) ? turned(product) : product);

export function isTurned({ m, n, a, b }: Product): boolean {
  const straight = b.columnStride === 1;
  const crossed = a.rowStride === 1;
  return straight !== crossed ? crossed : straight ? m > n : m < n;
}

/** A product with all that its blocks have in common. */
interface BlockedProduct {
  readonly engine: Engine;
  readonly functions: KernelFunctions;
  readonly product: Product;
  readonly plan: Plan;
}

export function multiplyInBlocks(engine: Engine, given: Product): void {
  const product = oriented(given);
  const { m, n } = product;
  const functions = engine.functions[product.dtype];
  const plan = planOf(product, product.b.data.buffer === engine.float64.buffer);
  const blocked = { engine, functions, product, plan };
  for (let j = 0; j < n; j += plan.n) {
    const columns = Math.min(plan.n, n - j);
    // If there is one block of k, all rows of C need the same part of B.
    const whole = plan.k === product.k ? stageB(blocked, 0, product.k, j, columns) : undefined;
    for (let i = 0; i < m; i += plan.mC) {
      const part = { i, rows: Math.min(plan.mC, m - i), j, columns };
      sum(blocked, part, whole);
      finish(blocked, part);
    }
  }
}

/** Sums a part of C chunk by chunk: the first at `engine.c`, then each other is added to it. */
function sum(blocked: BlockedProduct, part: Block, whole: Place | undefined): void {
  const { engine, functions, product, plan } = blocked;
  const { size, pitch } = plan;
  for (let start = 0; start < product.k; start += TERMS) {
    const end = Math.min(product.k, start + TERMS);
    const sums = start === 0 ? engine.c : engine.c + plan.next;
    for (let p = start; p < end; p += plan.k) {
      const depth = Math.min(plan.k, end - p);
      const b = whole ?? stageB(blocked, p, depth, part.j, part.columns);
      addTerms(blocked, part, b, p, depth, sums, p === start);
    }
    if (start > 0) {
      functions.combine(part.rows, part.columns, 1, sums, pitch, 1, engine.c, pitch, size);
    }
  }
}

/** Adds the terms of one block of k to the sums; the `first` terms overwrite what was there. */
function addTerms(
  { engine, functions, product, plan }: BlockedProduct,
  part: Block,
  b: Place,
  p: number,
  depth: number,
  sums: number,
  first: boolean,
): void {
  const vectors = Math.ceil((part.columns * plan.size) / VECTOR);
  for (let i = 0; i < part.rows; i += plan.mA) {
    const rows = Math.min(plan.mA, part.rows - i);
    const block = { i: part.i + i, rows, j: p, columns: depth };
    const a = stage(engine, product.dtype, product.a, block, engine.a);
    functions.multiply(
      rows,
      vectors,
      depth,
      a.address,
      a.row,
      a.step,
      b.address,
      b.row,
      sums + i * plan.pitch,
      plan.pitch,
      first,
    );
  }
}

function stageB(
  { engine, functions, product, plan }: BlockedProduct,
  p: number,
  depth: number,
  j: number,
  columns: number,
): Place {
  const block = { i: p, rows: depth, j, columns };
  const { dtype, b } = product;
  const place = stage(engine, dtype, b, block, plan.packs ? engine.raw : engine.b);
  if (!plan.packs) return place;
  functions.pack(depth, columns, place.address, place.row, place.step, engine.b);
  return { address: engine.b, row: 0, step: 0 };
}

/** c ← alpha·sums + beta·c, in the scratch if c lives elsewhere. */
function finish({ engine, functions, product, plan }: BlockedProduct, part: Block): void {
  const { dtype, c, alpha, beta } = product;
  const { j, columns } = part;
  const most = Math.floor(room.raw / (columns * plan.size));
  for (let i = 0; i < part.rows; i += most) {
    const rows = Math.min(most, part.rows - i);
    const place = placeOf(engine, dtype, c, { i: part.i + i, rows, j, columns }, engine.raw);
    if (beta !== 0) copyIn(place);
    const sums = engine.c + i * plan.pitch;
    const { address, row, step } = place;
    functions.combine(rows, columns, alpha, sums, plan.pitch, beta, address, row, step);
    copyOut(place);
  }
}
