/**
 * All functions of ndarray-ops, from which `npm run build:kernel` makes `ops.generated.ts`. In an
 * expression # stands for the operator or for the name of the function; a, b and c for elements; x
 * for the scalar, or for what a reduction has so far.
 */
export type Form = "" | "s" | "eq" | "seq" | "op" | "ops" | "opeq" | "opseq";

/** The elements that the views of a call may hold: numbers, numbers or bigints, or anything. */
export type Holds = "Numbers" | "Integers" | "View";

interface Family {
  readonly forms: readonly Form[];
  /** The new element, from the elements b and c. */
  readonly element: string;
  readonly names: Readonly<Record<string, string>>;
  readonly holds: Holds;
  /**
   * Whether a turn of the loop does four elements. The engine's own work in each turn takes a third
   * of the time of a sum, but next to nothing of the time of a sine.
   */
  readonly inFours?: boolean;
}

interface Reduction {
  /** The statement by which an element a changes x. */
  readonly step: string;
  /** The x before the first element. */
  readonly first: string;
  /** The result, from the x after the last one. */
  readonly result?: string;
  readonly holds: Holds;
  readonly says: string;
}

const binary = ["", "s", "eq", "seq"] as const;
const unary = ["", "eq"] as const;
const swapped = ["op", "ops", "opeq", "opseq"] as const;
const arithmetic = { add: "+", sub: "-", mul: "*", div: "/" };
const remainder = { mod: "%" };
const bits = { band: "&", bor: "|", bxor: "^", lshift: "<<", rshift: ">>", rrshift: ">>>" };
const logic = {
  and: "&&",
  or: "||",
  eq: "===",
  neq: "!==",
  lt: "<",
  gt: ">",
  leq: "<=",
  geq: ">=",
};
const functions = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(" ").map((name) => [name, name]));
const math = functions("abs acos asin atan ceil cos floor round sin sqrt tan");

// oxfmt-ignore
export const families: readonly Family[] = [
  { forms: binary, element: "b # c", names: arithmetic, holds: "Integers", inFours: true },
  { forms: binary, element: "b # c", names: { ...remainder, ...bits }, holds: "Integers" },
  { forms: unary, element: "#b", names: { bnot: "~", neg: "-" }, holds: "Integers" },
  { forms: unary, element: "#b", names: { recip: "1 / " }, holds: "Numbers" },
  { forms: unary, element: "#b", names: { not: "!" }, holds: "View" },
  { forms: binary, element: "b # c", names: logic, holds: "View" },
  { forms: unary, element: "Math.#(b)", names: math, holds: "Numbers" },
  { forms: unary, element: "#(b)", names: functions("exp log"), holds: "Numbers" },
  { forms: binary, element: "Math.#(b, c)", names: functions("max min atan2 pow"), holds: "Numbers" },
  { forms: swapped, element: "Math.#(c, b)", names: functions("atan2 pow"), holds: "Numbers" },
];

const NONE = "for no elements";
const sums = { first: "0", holds: "Numbers" } as const;
const finds = { first: "undefined", holds: "View" } as const;

// oxfmt-ignore
export const reductions: Readonly<Record<string, Reduction>> = {
  any: { ...finds, step: "if (a) return STOP", result: "x === STOP", says: `whether some element is truthy; false ${NONE}` },
  all: { ...finds, step: "if (!a) return STOP", result: "x !== STOP", says: `whether every element is truthy; true ${NONE}` },
  sum: { ...sums, step: "x += a", says: `Σ a, added in the order of the strides; 0 ${NONE}` },
  prod: { ...sums, step: "x *= a", first: "1", says: `Π a, multiplied in the order of the strides; 1 ${NONE}` },
  norm2squared: { ...sums, step: "const y = a; x += y * y", says: `Σ a²; 0 ${NONE}` },
  norm2: { ...sums, step: "const y = a; x += y * y", result: "Math.sqrt(x)", says: `√Σ a², the Euclidean norm; 0 ${NONE}` },
  norminf: { ...sums, step: "const y = a; x = -y > x ? -y : y > x ? y : x", says: `max |a| without NaN; 0 ${NONE}` },
  norm1: { ...sums, step: "const y = a; x += y < 0 ? -y : y", says: `Σ |a|; 0 ${NONE}` },
  sup: { ...sums, step: "const y = a; x = y > x ? y : x", first: "-Infinity", says: `the largest element without NaN; -Infinity ${NONE}` },
  inf: { ...sums, step: "const y = a; x = y < x ? y : x", first: "Infinity", says: `the smallest element without NaN; Infinity ${NONE}` },
};

/** The index of the best element: the first that is less, or more, than all before it. */
export const places = {
  argmin: ["<", "Infinity", "smallest"],
  argmax: [">", "-Infinity", "largest"],
};
