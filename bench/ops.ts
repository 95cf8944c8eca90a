/**
 * Compares ndarray-params/ops with ndarray-ops, which generates code: shapes, strides and types, one
 * element, what a program has called before, and arenas, with NumPy beside them.
 *
 *     npm run bench -- ops [part of a title]
 */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import generated from "ndarray-ops";
import { broadcast } from "ndarray-params";
import own, { arena } from "ndarray-params/ops";
import { compare, printMachine, timed } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";

type Call = (...views: unknown[]) => unknown;
type Functions = Readonly<Record<string, Call>>;
const peers = { "ndarray-ops": generated, own } as unknown as Readonly<Record<string, Functions>>;

/** A program's types beside float64. */
const types = [Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array] as const;
type Type = typeof Float64Array | (typeof types)[number];
let seed = 1;
const filled = (Class: Type, shape: number[]): NdArray => {
  const size = shape.reduce((product, length) => product * length, 1);
  const data = new Class(size).map((): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed / 2 ** 32) * 4 - 1;
  });
  return ndarray(data, shape);
};
const f64 = (...shape: number[]): NdArray => filled(Float64Array, shape);
const f32 = (...shape: number[]): NdArray => filled(Float32Array, shape);
const i32 = (...shape: number[]): NdArray => filled(Int32Array, shape);

const part = process.argv[2] ?? "";
const worst: string[] = [];

/** A call without a spread, which would take longer than the call of a few elements. */
const calling = (call: Call, [a, b, c]: readonly unknown[], count: number): (() => unknown) =>
  count === 1 ? () => call(a) : count === 2 ? () => call(a, b) : () => call(a, b, c);

/** Times one call by both, on the same views. */
async function measure(title: string, name: string, views: readonly unknown[]): Promise<void> {
  if (!title.includes(part)) return;
  const { size } = views[0] as NdArray;
  const calls = Math.max(1, Math.ceil(2e5 / (size + 50)));
  const contestants = Object.entries(peers).map(([peer, functions]) =>
    timed(peer, calling(functions[name]!, views, views.length), calls),
  );
  const [, result] = await compare(`${title}: ${name}`, contestants, {
    rounds: size > 1e5 ? 21 : 41,
    unit: size < 1e4 ? "ns" : "us",
    warmup: 30,
  });
  if (result!.ratio > 1.05) worst.push(`${title}: ${name} ${result!.ratio.toFixed(2)}`);
}

printMachine();
for (const n of [1, 1e2, 1e4, 1e6]) {
  const [a, b, c] = [f64(n), f64(n), f64(n)];
  await measure(`float64 [${n}]`, "add", [a, b, c]);
  await measure(`float64 [${n}]`, "addeq", [a, b]);
  await measure(`float64 [${n}]`, "muls", [a, b, 0.5]);
  await measure(`float64 [${n}]`, "mulseq", [a, 1.0000001]);
  await measure(`float64 [${n}]`, "assign", [a, b]);
  await measure(`float64 [${n}]`, "exp", [a, b]);
  await measure(`float64 [${n}]`, "log", [a, c]);
  await measure(`float64 [${n}]`, "sum", [b]);
  await measure(`float64 [${n}]`, "norm2", [b]);
  await measure(`float64 [${n}]`, "sup", [b]);
  await measure(`float64 [${n}]`, "argmin", [b]);
}
await measure("float32 [1e4]", "add", [f32(1e4), f32(1e4), f32(1e4)]);
await measure("float32 [1e4]", "exp", [f32(1e4), f32(1e4)]);
await measure("[10, 10]", "add", [f64(10, 10), f64(10, 10), f64(10, 10)]);
await measure("[5, 5, 4]", "add", [f64(5, 5, 4), f64(5, 5, 4), f64(5, 5, 4)]);
{
  const [a, b, c] = [f64(1000, 1000), f64(1000, 1000), f64(1000, 1000)];
  await measure("b transposed, [1000, 1000]", "add", [a, b.transpose(1, 0), c]);
  await measure("b transposed, [1000, 1000]", "assign", [a, b.transpose(1, 0)]);
  await measure("both transposed, [1000, 1000]", "assign", [a.transpose(1, 0), b.transpose(1, 0)]);
  const stepped = [a, b, c].map((view) => view.step(2, 2));
  await measure("step(2, 2), [500, 500]", "add", stepped);
  const inner = [a, b, c].map((view) => view.lo(1, 1).hi(998, 998));
  await measure("part, [998, 998]", "add", inner);
}
{
  const small = [f64(10, 10), f64(10, 10), f64(10, 10)];
  await measure("b transposed, [10, 10]", "add", [small[0], small[1]!.transpose(1, 0), small[2]]);
  const cubes = [f64(100, 100, 100), f64(100, 100, 100), f64(100, 100, 100)].map((view) =>
    view.lo(1, 1, 1).hi(98, 98, 98),
  );
  await measure("part, [98, 98, 98]", "add", cubes);
  await measure("part transposed, [98, 98, 98]", "add", [
    cubes[0],
    cubes[1]!.transpose(2, 1, 0),
    cubes[2],
  ]);
}
for (const rows of [100, 10_000]) {
  const [z, b, db] = [f64(rows, 10), f64(10), f64(10)];
  await measure(`bias, [${rows}, 10]`, "addeq", [
    z,
    broadcast(b as NdArray<Float64Array>, z.shape),
  ]);
  await measure(`bias gradient, [${rows}, 10]`, "addeq", [
    broadcast(db as NdArray<Float64Array>, z.shape),
    z,
  ]);
}
await measure("float64 = float32 + float64", "add", [f64(1e4), f32(1e4), f64(1e4)]);
await measure("float32 = float64", "assign", [f32(1e4), f64(1e4)]);
await measure("int32 += float64", "addeq", [i32(1e4), f64(1e4)]);

// A program that has used thirty functions, and add with six types.
for (const functions of Object.values(peers)) {
  for (let i = 0; i < 2000; i++) {
    const Class = types[i % types.length]!;
    const views = [0, 1, 2].map(() => ndarray(new Class(100)));
    functions["add"]!(...views);
    functions["assign"]!(...views.slice(0, 2));
  }
  const called = Object.keys(functions).filter((name) => functions[name]!.length === 3);
  for (const name of called.slice(0, 30)) {
    const views = [f64(200), f64(200), f64(200)];
    for (let i = 0; i < 300; i++)
      functions[name]!(...views.slice(0, 2), name.endsWith("s") ? 2 : views[2]);
  }
}
await measure("after 30 functions and six types, [1e4]", "add", [f64(1e4), f64(1e4), f64(1e4)]);
await measure("after 30 functions and six types, [1e4]", "assign", [f64(1e4), f64(1e4)]);
for (const Class of types.slice(0, -1)) {
  const views = [0, 1, 2].map(() => filled(Class, [1e4]));
  await measure(`after six types, ${Class.name} [1e4]`, "add", views);
}

// Arrays in an arena, where the WebAssembly kernel works in place.
const numpy = numpyVersion();
const statements: Readonly<Record<string, string>> = {
  add: "np.add(b, c, out=a)",
  mul: "np.multiply(b, c, out=a)",
  exp: "np.exp(b, out=a)",
  log: "np.log(b, out=a)",
};
const placed = [[1e2, "float64"], [1e3, "float64"], [1e4, "float64"], [1e6, "float64"], [1e4, "float32"], [1e6, "float32"]] as const; // oxfmt-ignore
for (const [n, type] of placed) {
  for (const name of ["add", "mul", "exp", "log", "addeq", "mulseq", "sqrt"]) {
    const title = `arena, ${type} [${n}]: ${name}`;
    if (!title.includes(part)) continue;
    const place = arena(3 * 8 * n + 1024);
    const views = [0, 1, 2].map(() => (type === "float64" ? f64(n) : f32(n)));
    for (const view of views) own.abseq(view);
    const inside = views.map(({ data }) => {
      const array = place[type](n);
      array.set(data as Float64Array);
      return ndarray(array);
    });
    const count = peers["own"]![name]!.length;
    const callOf = (peer: string, [a, b, c]: readonly unknown[]): (() => unknown) =>
      calling(peers[peer]![name]!, [a, name === "mulseq" ? 1.0000001 : b, c], count);
    const calls = Math.max(1, Math.ceil(2e5 / (n + 50)));
    const statement = statements[name];
    const python =
      numpy === undefined || statement === undefined
        ? undefined
        : numpyContestants(
            `r = np.random.default_rng(1)
a, b, c = [np.abs(r.random(${n}) * 4 - 1).astype("${type}") for _ in range(3)]`,
            { [`NumPy ${numpy}`]: { statement, calls } },
          );
    const contestants = [
      timed("ndarray-ops", callOf("ndarray-ops", views), calls),
      timed("own", callOf("own", views), calls),
      timed("own, arena", callOf("own", inside), calls),
      ...(python?.contestants ?? []),
    ];
    await compare(title, contestants, { rounds: 31, unit: n < 1e4 ? "ns" : "us", warmup: 30 });
    python?.close();
  }
}
console.log(
  worst.length === 0 ? "no case is slower than 1.05" : `slower than 1.05: ${worst.join("; ")}`,
);
