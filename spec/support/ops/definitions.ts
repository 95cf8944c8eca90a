/** The effect of each writing function on an element, written out by hand beside the docs of ndarray-ops. */

/** From the element of the first view, those of the others, and the scalar, in this order. */
export type Define = (...elements: never[]) => unknown;

interface Definition {
  /** The operands after the first one: a letter for each view, x for the scalar. */
  readonly operands: string;
  readonly define: (...elements: number[]) => unknown;
}

/* oxlint-disable no-bitwise, eqeqeq */
const binary: Readonly<Record<string, (b: number, c: number) => unknown>> = {
  add: (b, c) => b + c,
  sub: (b, c) => b - c,
  mul: (b, c) => b * c,
  div: (b, c) => b / c,
  mod: (b, c) => b % c,
  band: (b, c) => b & c,
  bor: (b, c) => b | c,
  bxor: (b, c) => b ^ c,
  lshift: (b, c) => b << c,
  rshift: (b, c) => b >> c,
  rrshift: (b, c) => b >>> c,
  and: (b, c) => b && c,
  or: (b, c) => b || c,
  eq: (b, c) => b === c,
  neq: (b, c) => b !== c,
  lt: (b, c) => b < c,
  gt: (b, c) => b > c,
  leq: (b, c) => b <= c,
  geq: (b, c) => b >= c,
  max: (b, c) => Math.max(b, c),
  min: (b, c) => Math.min(b, c),
  atan2: (b, c) => Math.atan2(b, c),
  pow: (b, c) => Math.pow(b, c),
};

const unary: Readonly<Record<string, (b: number) => unknown>> = {
  not: (b) => !b,
  bnot: (b) => ~b,
  neg: (b) => -b,
  recip: (b) => 1 / b,
  abs: (b) => Math.abs(b),
  acos: (b) => Math.acos(b),
  asin: (b) => Math.asin(b),
  atan: (b) => Math.atan(b),
  ceil: (b) => Math.ceil(b),
  cos: (b) => Math.cos(b),
  exp: (b) => Math.exp(b),
  floor: (b) => Math.floor(b),
  log: (b) => Math.log(b),
  round: (b) => Math.round(b),
  sin: (b) => Math.sin(b),
  sqrt: (b) => Math.sqrt(b),
  tan: (b) => Math.tan(b),
};

/** The functions with their operands in the other order. */
const swapped = { atan2op: binary["atan2"]!, powop: binary["pow"]! };

export const definitions: Readonly<Record<string, Definition>> = Object.fromEntries([
  ...Object.entries(binary).flatMap(([name, f]) => [
    [name, { operands: "bc", define: (_: number, b: number, c: number) => f(b, c) }],
    [`${name}s`, { operands: "bx", define: (_: number, b: number, x: number) => f(b, x) }],
    [`${name}eq`, { operands: "b", define: (a: number, b: number) => f(a, b) }],
    [`${name}seq`, { operands: "x", define: (a: number, x: number) => f(a, x) }],
  ]),
  ...Object.entries(swapped).flatMap(([name, f]) => [
    [name, { operands: "bc", define: (_: number, b: number, c: number) => f(c, b) }],
    [`${name}s`, { operands: "bx", define: (_: number, b: number, x: number) => f(x, b) }],
    [`${name}eq`, { operands: "b", define: (a: number, b: number) => f(b, a) }],
    [`${name}seq`, { operands: "x", define: (a: number, x: number) => f(x, a) }],
  ]),
  ...Object.entries(unary).flatMap(([name, f]) => [
    [name, { operands: "b", define: (_: number, b: number) => f(b) }],
    [`${name}eq`, { operands: "", define: (a: number) => f(a) }],
  ]),
  ["assign", { operands: "b", define: (_: number, b: number) => b }],
  ["assigns", { operands: "x", define: (_: number, x: number) => x }],
]) as Readonly<Record<string, Definition>>;
