/** Draws calls of ndarray-ops: any function, kinds of data, ranks, strides, shared arrays, faults. */
import ndarray from "ndarray";
import type { Data, NdArray } from "ndarray";
import generated from "ndarray-ops";
import { drawer } from "../gemm/matrices.ts";
import { kindsFor, type Kind } from "./kinds.ts";

/** A call with everything of its own, so that the same call can be made twice. */
export interface DrawnCall {
  readonly name: string;
  readonly args: readonly unknown[];
  /** All arrays and stores that a view lies on. */
  readonly bases: readonly unknown[];
  readonly told: string;
}

type Draw = (below: number) => number;

interface Place {
  readonly shape: number[];
  readonly stride: number[];
  readonly low: number;
  readonly high: number;
}

const names = Object.keys(generated);
const functions = generated as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;
const pickWith =
  (draw: Draw) =>
  <T>(from: readonly T[]): T =>
    from[draw(from.length)]!;

/** Whether the last argument of a function is a scalar. */
export const hasScalar = (name: string): boolean =>
  name === "assigns" || (/s(eq)?$/.test(name) && !WITHOUT.has(name));
const WITHOUT = new Set(
  "abs cos abseq coseq equals lshift rshift rrshift"
    .split(" ")
    .concat("lshifteq rshifteq rrshifteq".split(" ")),
);

/** Call number `seed`; the same seed gives the same call, on arrays of its own. */
export function drawnCall(seed: number, most = 3000): DrawnCall {
  const draw = drawer(Math.imul(seed + 1, 0x9e3779b1) >>> 0);
  for (let i = 0; i < 8; i++) draw(2);
  const pick = pickWith(draw);
  const name = pick(names);
  const count = functions[name]!.length - (hasScalar(name) ? 1 : 0);
  const shape = shapeOf(draw, most);
  const kinds = kindsFor(name);
  const same = pick(kinds);
  const isMixed = draw(3) === 0;
  const places = Array.from({ length: count }, () => placeOf(draw, faulty(draw, shape)));
  const chosen = places.map(() => (isMixed ? pick(kinds) : same));
  // Views of one kind may lie on one array, and integers of two kinds on one buffer.
  const bases: unknown[] = [];
  const views = places.map((place, k) => {
    const first = chosen.findIndex((kind) => kind === chosen[k]);
    const shares = first < k && draw(2) === 0;
    const slack = draw(4);
    const size = Math.max(...places.map(({ low, high }) => high - low)) + 1 + 8;
    if (!shares) bases[k] = baseOf(draw, chosen[k]!, size, bases);
    else bases[k] = bases[first];
    return ndarray(bases[k] as Data<number>, place.shape, place.stride, slack - place.low);
  });
  const args: unknown[] = [...views];
  if (hasScalar(name)) args.push(scalarOf(draw, same));
  if (draw(60) === 0) args[draw(args.length)] = pick([2, undefined, null, {}, [], "a"]);
  const told = JSON.stringify({
    seed,
    name,
    views: views.map(({ shape: own, stride, offset, dtype }) => ({ dtype, own, stride, offset })),
    scalar: hasScalar(name) ? String(args.at(-1)) : undefined,
  });
  return { name, args, bases, told };
}

function shapeOf(draw: Draw, most: number): number[] {
  const pick = pickWith(draw);
  const rank = pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6]);
  for (;;) {
    const long = rank > 0 && draw(3) === 0 ? draw(rank) : -1;
    const shape = Array.from({ length: rank }, (_, axis) =>
      axis === long ? pick([63, 64, 65, 100, 128, 129, 200]) : draw(12) === 0 ? 0 : 1 + draw(6),
    );
    if (rank === 2 && draw(8) === 0) shape.splice(0, 2, 60 + draw(80), 60 + draw(80));
    const size = shape.reduce((product, length) => product * length, 1);
    if (size <= (rank === 2 ? 20_000 : most)) return shape;
  }
}

/** One shape in forty is another one: of another rank, or with another axis. */
function faulty(draw: Draw, shape: readonly number[]): number[] {
  if (draw(40) !== 0) return [...shape];
  if (draw(2) === 0 || shape.length === 0) return [...shape, 1];
  const axis = draw(shape.length);
  return shape.map((length, i) => (i === axis ? length + 1 : length));
}

function placeOf(draw: Draw, shape: number[]): Place {
  const kind = draw(10);
  const axes = shape.map((_, axis) => axis);
  if (kind < 6) axes.sort(() => draw(3) - 1);
  const stride = shape.map(() => 0);
  let step = kind === 0 ? 1 + draw(3) : 1;
  for (const axis of axes.toReversed()) {
    stride[axis] = step;
    step *= Math.max(1, shape[axis]!);
    if (kind === 1) step += draw(3);
  }
  for (const axis of axes) {
    if (kind < 4 && draw(4) === 0) stride[axis]! *= -1;
    if (kind < 3 && draw(4) === 0) stride[axis] = 0;
    if (kind === 2) stride[axis] = draw(7) - 3;
  }
  let [low, high] = [0, 0];
  for (const axis of axes) {
    const reach = Math.max(0, shape[axis]! - 1) * stride[axis]!;
    if (reach < 0) low += reach;
    else high += reach;
  }
  return { shape, stride, low, high };
}

function baseOf(draw: Draw, kind: Kind, size: number, bases: readonly unknown[]): unknown {
  // Floats are left out: the bits of a NaN, which integers on its buffer would see, are free.
  const other = bases.find((base) => base instanceof Int32Array || base instanceof Int8Array);
  if (other !== undefined && kind.on !== undefined && draw(3) === 0) {
    const room = Math.floor(other.byteLength / kind.bytes);
    if (room >= size) return kind.on(other.buffer, room);
  }
  return kind.make(Array.from({ length: size }, () => kind.draw(draw)));
}

function scalarOf(draw: Draw, { draw: element }: Kind): unknown {
  return draw(30) === 0 ? pickWith(draw)<unknown>(["2", true, null, undefined, 3n]) : element(draw);
}

/** A view's array; undefined for what is no view. */
export const dataOf = (view: unknown): unknown => (view as Partial<NdArray> | undefined)?.data;
