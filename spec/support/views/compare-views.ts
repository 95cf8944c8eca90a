/** Draws states of ndarray's views, and compares our own classes with those of ndarray in each. */
import ndarray from "ndarray";
import { ownNdarray } from "../../../lib/internal/own-views/own-ndarray.ts";
import { drawer } from "../gemm/matrices.ts";

type Call = (...args: unknown[]) => unknown;
type AnyView = Readonly<Record<string, unknown>> & Readonly<Record<string, Call>>;
type Pair = readonly [scijs: AnyView, own: AnyView];

/** A store behind `get` and `set`, which does without an index. */
class Store {
  readonly length: number;
  readonly kept: number[];
  constructor(kept: number[]) {
    this.kept = kept;
    this.length = kept.length;
  }
  get(i: number): number | undefined {
    return this.kept[i];
  }
  set(i: number, value: number): string {
    this.kept[i] = value;
    return `set ${i}`;
  }
}

/** The kinds of data by name, each made anew from small integers. */
const kinds: Readonly<Record<string, (values: number[]) => unknown>> = {
  Float64Array: (values) => Float64Array.from(values),
  Float32Array: (values) => Float32Array.from(values),
  Int32Array: (values) => Int32Array.from(values),
  Int16Array: (values) => Int16Array.from(values),
  Int8Array: (values) => Int8Array.from(values),
  Uint32Array: (values) => Uint32Array.from(values),
  Uint16Array: (values) => Uint16Array.from(values),
  Uint8Array: (values) => Uint8Array.from(values),
  Uint8ClampedArray: (values) => Uint8ClampedArray.from(values),
  BigInt64Array: (values) => BigInt64Array.from(values.map(BigInt)),
  BigUint64Array: (values) => BigUint64Array.from(values.map(BigInt)),
  Buffer: (values) => Buffer.from(values),
  Array: (values) => [...values],
  store: (values) => new Store([...values]),
  text: (values) => values.join(""),
  ArrayBuffer: (values) => Uint8Array.from(values).buffer,
};

/**
 * The result of a call, or the kind of its error, as text. The text of an error is the engine's: it
 * has the name under which a class was written.
 */
function outcomeOf(call: () => unknown): string {
  try {
    return show(call());
  } catch (error) {
    return `throws ${(error as Error).name}`;
  }
}

function show(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (Array.isArray(value)) return `[${Array.from(value, show).join()}]`;
  if (typeof value === "object" && value !== null && "dimension" in value) return partsOf(value);
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

const forIn = (value: object): string[] => {
  const keys = [];
  for (const key in value) keys.push(key); // oxlint-disable-line guard-for-in
  return keys;
};

/** All that can be seen of a view without a call. */
function partsOf(view: object): string {
  const all = view as Readonly<Record<string, unknown>>;
  // Engines sort strides that are no numbers as they like.
  const isSorted = (all["stride"] as unknown[]).every((stride) => !Number.isNaN(Number(stride)));
  const order = isSorted ? ["order"] : [];
  const fields = ["shape", "stride", "offset", ...order, "size", "dimension", "dtype"];
  const proto = Object.getPrototypeOf(view) as object;
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(proto)).map(([name, of]) =>
    [name, of.enumerable, typeof of.get, typeof of.set, of.writable].join(" "),
  );
  return [
    fields.map((field) => show(all[field])).join(" "),
    Object.keys(view).join(),
    Object.getOwnPropertyNames(view).join(),
    forIn(view).join(),
    descriptors.toSorted().join(),
    view.constructor.name,
    outcomeOf(() => JSON.stringify(view)),
  ].join("; ");
}

/** Sees whether a field takes a value in strict mode, and puts the old one back. */
function assigned(view: AnyView, field: string): string {
  return outcomeOf(() => {
    const fields = view as Record<string, unknown>;
    const isOwn = Object.hasOwn(view, field);
    const old = fields[field];
    fields[field] = 1;
    const seen = show(fields[field]);
    if (isOwn) fields[field] = old;
    else delete fields[field];
    return seen;
  });
}

const methods = ["lo", "hi", "step", "transpose", "pick"];

/** Draws one state and compares it: returns what differs, or nothing. */
export function differenceOf(seed: number): string | undefined {
  const draw = drawer(seed);
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const rank = draw(7);
  const shape = Array.from({ length: rank }, () => pick([0, 1, 1, 2, 2, 3, 4]));
  const values = Array.from({ length: 1 + draw(60) }, (_, i) => (i * 7) % 100);
  const stride = Array.from({ length: rank }, () => draw(9) - 4);
  const kind = pick(Object.keys(kinds));
  const args = pick([[], [shape], [shape, stride], [shape, stride, draw(30)], [shape, undefined, draw(9)], [shape, stride, pick([2 ** 32 + 1, 1.5, -3, NaN])]]); // oxfmt-ignore
  const data = [kinds[kind]!(values), kinds[kind]!(values)] as const;
  const history = [`${kind}(${show(args)})`];
  const failure = (scijs: string, own: string): string =>
    `${history.join(".")}:\n  ndarray ${scijs}\n  own     ${own}`;
  let pair: Pair;
  try {
    // ndarray's trivial view of rank -1 is there after a first call alone.
    pair = [
      (ndarray as unknown as Call)(data[0], ...args) as AnyView,
      (ownNdarray as unknown as Call)(data[1], ...args) as AnyView,
    ];
  } catch {
    const [scijs, own] = [ndarray, ownNdarray].map((make, i) =>
      outcomeOf(() => (make as unknown as Call)(data[i], ...args)),
    ) as [string, string];
    return scijs === own ? undefined : failure(scijs, own);
  }

  const argument = (): unknown =>
    pick<unknown>([0, 0, 1, 1, 2, 3, -1, -2, 1.7, null, undefined, "1", NaN, true, 2 ** 31]);
  const argumentsFor = (count: number): unknown[] => {
    const most = pick([count, count, count, count + 1, draw(count + 1)]);
    return Array.from({ length: most }, argument);
  };
  const axes = (count: number): unknown[] => {
    const order = Array.from({ length: count }, (_, k) => k);
    for (let k = count - 1; k > 0; k--) {
      const other = draw(k + 1);
      [order[k], order[other]] = [order[other]!, order[k]!];
    }
    return draw(6) === 0 ? argumentsFor(count) : order;
  };

  const same = (what: string, of: (view: AnyView) => string): string | undefined => {
    const [scijs, own] = pair.map(of) as [string, string];
    if (scijs === own) return undefined;
    history.push(what);
    return failure(scijs, own);
  };
  const checks = (): string | undefined => {
    const count = Math.max(0, pair[0]["dimension"] as unknown as number);
    const at = argumentsFor(count);
    const value = kind.startsWith("Big")
      ? pick<unknown>([5n, 5n, 5])
      : pick<unknown>([5, 300, "6"]);
    return (
      same("parts", show) ??
      same("index", (view) => outcomeOf(() => view["index"]!(...at))) ??
      same("get", (view) => outcomeOf(() => view["get"]!(...at))) ??
      same("set", (view) => outcomeOf(() => view["set"]!(...at.slice(0, count), value))) ??
      same("valueOf", (view) => (count === 0 ? outcomeOf(() => view.valueOf()) : "")) ??
      same("size =", (view) => assigned(view, "size")) ??
      same("order =", (view) => assigned(view, "order")) ??
      same("dtype =", (view) => assigned(view, "dtype")) ??
      same("offset =", (view) => assigned(view, "offset"))
    );
  };

  for (let length = draw(5); ; length--) {
    const difference = checks();
    if (difference !== undefined || length === 0) return difference;
    const method = pick(methods);
    const count = Math.max(0, pair[0]["dimension"] as unknown as number);
    const given = method === "transpose" ? axes(count) : argumentsFor(count);
    history.push(`${method}(${given.map(show).join()})`);
    const outcomes = same(method, (view) => outcomeOf(() => view[method]!(...given)));
    if (outcomes !== undefined) return outcomes;
    const next = pair.map((view) => {
      try {
        return view[method]!(...given) as AnyView | null;
      } catch {
        return null;
      }
    });
    if (next[0] === null || next[0] === undefined) return undefined;
    pair = next as unknown as Pair;
  }
}
