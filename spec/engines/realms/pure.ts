/** The entries that need nothing of Node: each can be imported, refuses in words, and works. */
import { outcomes, refused, same, type Checks } from "./checks.ts";
import { tell } from "../tell.ts";

const core = () => import("ndarray-params");
const initialize = () => import("ndarray-params/initialize");
const multiply = () => import("ndarray-params/gemm");
const pooled = () => import("ndarray-params/gemm/pool");
const fused = () => import("ndarray-params/gemm/relaxed");
const optimize = () => import("ndarray-params/optimize");
const safetensors = () => import("ndarray-params/safetensors");
const npy = () => import("ndarray-params/npy");
const npz = () => import("ndarray-params/npz");

const entries = {
  core,
  initialize,
  gemm: multiply,
  "gemm/pool": pooled,
  "gemm/relaxed": fused,
  optimize,
  safetensors,
  npy,
  npz,
};

/** The value that is handed over in place of bytes by mistake, if the engine has it. */
const noBytes: Readonly<Record<string, () => unknown>> = {
  "a string": () => "text",
  "a promise": () => Promise.resolve(new Uint8Array(8)),
  "a Blob": () => ("Blob" in globalThis ? new Blob(["text"]) : {}),
  "a Response": () => ("Response" in globalThis ? new Response("text") : {}),
  "a number": () => 8,
  "an array": () => [1, 2],
};

const template = { w: [3, 2], b: 2 } as const;

const refusals: Checks = Object.fromEntries(
  Object.entries(noBytes).flatMap(([name, make]) => [
    [
      `parse, load and tensors refuse ${name}`,
      async () => {
        const { load, parse, tensors } = await safetensors();
        refused(() => parse(make() as never), "parse: bytes must be a");
        refused(() => load(make() as never, template), "load: bytes must be a");
        refused(() => tensors(make() as never), "tensors: bytes must be a");
      },
    ],
    [
      `fromNpy and fromNpz refuse ${name}`,
      async () => {
        const [{ fromNpy }, { fromNpz }] = [await npy(), await npz()];
        refused(() => fromNpy(make() as never), "fromNpy: bytes must be a");
        refused(() => fromNpz(make() as never), "fromNpz: bytes must be a");
      },
    ],
  ]),
);

/** Shared memory if the engine has it: only its products are cut for the threads of a pool. */
const shared = (size: number): Float64Array =>
  new Float64Array(
    typeof SharedArrayBuffer === "undefined"
      ? new ArrayBuffer(8 * size)
      : new SharedArrayBuffer(8 * size),
  );

const works: Checks = {
  "initializeViews fills": async () => {
    const { emptyWithViews } = await core();
    const { initializeViews, ones, zeros } = await initialize();
    const [flat, views] = emptyWithViews(template);
    initializeViews(views, template, { w: ones, b: zeros }, "run");
    same(flat.data, [1, 1, 1, 1, 1, 1, 0, 0]);
  },
  "serialize and parse": async () => {
    const { parse, serialize } = await safetensors();
    const flat = Float64Array.of(1, 2, 3, 4, 5, 6, -0, 1 / 3);
    same(parse(serialize(flat, template)).flat.data, flat);
  },
  "toNpy and fromNpy": async () => {
    const { fromNpy, toNpy } = await npy();
    same(fromNpy(toNpy(Float32Array.of(1.5, -0, 7))).data, [1.5, -0, 7]);
  },
  "toNpz and fromNpz, compressed": async () => {
    const { fromNpz, toNpz } = await npz();
    const w = new Float64Array(500).fill(1 / 3);
    const bytes = toNpz({ w, b: [1, -0] }, { compress: true });
    same(bytes.length < 1000, true);
    const arrays = fromNpz(bytes);
    same(arrays.get("w")!.data, w);
    same(arrays.get("b")!.data, [1, -0]);
  },
  "gemm, and a pool with the same bits": async () => {
    const [{ default: ndarray }, { gemm }] = [await import("ndarray"), await multiply()];
    const { gemmPool } = await pooled();
    const [m, k, n] = [150, 1200, 90];
    const filled = (size: number): Float64Array => {
      const data = shared(size);
      for (let i = 0; i < size; i++) data[i] = 1 / (1 + (i % 13));
      return data;
    };
    const pool = gemmPool({ threads: 2 });
    await pool.ready;
    const [one, several] = [gemm, pool.gemm].map((product) => {
      const c = shared(m * n);
      product(ndarray(c, [m, n]), ndarray(filled(m * k), [m, k]), ndarray(filled(k * n), [k, n]));
      return c;
    });
    pool.close();
    same(several, one!);
    same(one![0]! > 0, true);
  },
  "gemm/relaxed, exact on integers": async () => {
    const [{ default: ndarray }, { gemm }] = [await import("ndarray"), await fused()];
    const side = 40;
    const filled = (x: number) => ndarray(new Float64Array(side * side).fill(x), [side, side]);
    const c = filled(5);
    gemm(c, filled(3), filled(-7), 1, 1);
    same(c.data, new Float64Array(side * side).fill(5 - 21 * side));
  },
  "an optimizer": async () => {
    const { gradientDescent } = await optimize();
    const x = Float64Array.of(4);
    const objective = (at: Float64Array, gradient: Float64Array): number => {
      gradient[0] = at[0]!;
      return (at[0]! * at[0]!) / 2;
    };
    gradientDescent(x, objective, { stepRate: 0.5 }).next();
    same(x, [2]);
  },
};

const imports: Checks = Object.fromEntries(
  Object.entries(entries).map(([name, load]) => [
    `import ${name}`,
    async () => same(Object.keys(await load()).length > 0, true),
  ]),
);

void outcomes({ ...imports, ...refusals, ...works }).then(tell);
