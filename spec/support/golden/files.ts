/** The bytes of files, and what is read from bytes that were made by hand. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ndarray from "ndarray";
import { layoutOf } from "ndarray-params";
import { open, save } from "ndarray-params/checkpoint";
import { fromNpy, toNpy } from "ndarray-params/npy";
import {
  headerByteLength,
  load,
  parse,
  parseHeader,
  serialize,
  tensors,
  toFloat32,
} from "ndarray-params/safetensors";
import {
  dtypes,
  elementsOf,
  fillView,
  floats,
  layOf,
  lies,
  partsOf,
  source,
  viewOf,
  type Cases,
  type DType,
  type Floats,
  type Part,
} from "./draw.ts";

const template = {
  hidden: { w: [3, 4], b: 4 },
  layers: [{ w: [4, 2] }, { w: [2, 1], s: [] }],
  naïve: [0, 3],
  '"quoted"': 1,
};
const { size } = layoutOf(template);

const drawn = (dtype: DType, seed: number): Floats => source(seed).into(floats(dtype, size));

/** A safetensors file of this header and data; the header is padded to `start` if it is given. */
function fileOf(header: object, data: Uint8Array, start = 0): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = Math.max(text.length, start - 8);
  const bytes = new Uint8Array(8 + length + data.length).fill(0x20);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + length);
  return bytes;
}

/** A file of float64, float32, F16 and BF16 in an order that is not that of the names. */
function mixedFile(): Uint8Array {
  const draw = source(81);
  const data = new Uint8Array(24 + 24 + 8 + 8);
  data.set(new Uint8Array(draw.into(new Float64Array(3)).buffer), 0);
  data.set(new Uint8Array(draw.into(new Float32Array(6)).buffer), 24);
  data.set(new Uint8Array(Uint16Array.of(0x3c01, 0xb555, 0x0001, 0x7bff).buffer), 48);
  data.set(new Uint8Array(Uint16Array.of(0x3f81, 0xc049, 0x0080, 0x7f7f).buffer), 56);
  const header = {
    b: { dtype: "F64", shape: [3], data_offsets: [0, 24] },
    "a.0": { dtype: "F32", shape: [2, 3], data_offsets: [24, 48] },
    "a.1": { dtype: "F16", shape: [4], data_offsets: [48, 56] },
    c: { dtype: "BF16", shape: [2, 2], data_offsets: [56, 64] },
  };
  return fileOf(header, data);
}

/** Every pattern of 16 bits. */
const halves = (dtype: "F16" | "BF16"): Uint8Array => {
  const bits = Uint16Array.from({ length: 65536 }, (_, i) => i);
  const header = { half: { dtype, shape: [256, 256], data_offsets: [0, 131072] } };
  return fileOf(header, new Uint8Array(bits.buffer), 128);
};

/** A .npy file of version 1 made by hand. */
function npyOf(descr: string, fortran: string, shape: string, data: Uint8Array): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`;
  const header = new TextEncoder().encode(`${text.padEnd(117)}\n`);
  const start = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0);
  const bytes = new Uint8Array(start.length + header.length + data.length);
  bytes.set(start);
  bytes.set(header, start.length);
  bytes.set(data, start.length + header.length);
  return bytes;
}

/** The numbers of a view of any array, 64-bit integers as text. */
const shown = (view: { readonly data: unknown; readonly shape: number[] }): Part[] => {
  const plain = view as ReturnType<typeof ndarray<Float64Array>>;
  const numbers: readonly unknown[] = elementsOf(plain);
  const isBig = numbers.some((number) => typeof number === "bigint");
  return [layOf({ plain }), isBig ? numbers.join() : (numbers as number[])];
};

/** Runs something in a directory of its own, which is removed afterwards. */
async function inDirectory(run: (directory: string) => Promise<string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "golden-"));
  try {
    return await run(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}

const hexOf = async (path: string): Promise<string> => (await readFile(path)).toString("hex");

export const files: Cases = {
  "safetensors: serialize": () => dtypes.map((dtype) => serialize(drawn(dtype, 82), template)),
  "safetensors: parse": () =>
    dtypes.flatMap((dtype) => {
      const { flat, views, shared, template: own } = parse(serialize(drawn(dtype, 83), template));
      return [flat.data, ...partsOf(views), `${shared}`, JSON.stringify(own)];
    }),
  "safetensors: load": () =>
    dtypes.flatMap((dtype) => {
      const { flat, views } = load(serialize(drawn(dtype, 84), template), template);
      return [flat.data, layOf(views)];
    }),
  "safetensors: serialize a strided flat": () => {
    const flat = fillView(
      viewOf((n) => new Float32Array(n), [size], "reversed"),
      source(86),
    );
    return serialize(flat, template);
  },
  "safetensors: serialize a plain array": () =>
    serialize(source(87).into(Array<number>(size).fill(0)), template),
  "safetensors: load in another order": () => {
    const bytes = serialize(drawn("float32", 88), template);
    const { layers, hidden, ...rest } = template;
    const { flat, views } = load(bytes, { ...rest, layers, hidden });
    return [flat.data, layOf(views)];
  },
  "safetensors: parse mixed floats": () =>
    dtypes.flatMap((dtype) => {
      const { flat, views } = parse(mixedFile(), { dtype });
      return [flat.data, layOf(views)];
    }),
  "safetensors: load mixed floats": () => {
    const { flat, views } = load(mixedFile(), { a: [[2, 3], 4], b: 3, c: [2, 2] });
    return [flat.data, layOf(views)];
  },
  "safetensors: tensors": () =>
    Array.from(tensors(mixedFile()), ([name, { dtype, shape, view }]) => [
      `${name} ${dtype} ${shape.join()}`,
      ...shown(view),
    ]).flat(),
  "safetensors: tensors of integers": () => {
    const data = new Uint8Array(8 + 8 + 3);
    new DataView(data.buffer).setBigInt64(0, -1234567890123456789n, true);
    data.set(new Uint8Array(Int32Array.of(-5, 7).buffer), 8);
    data.set([1, 0, 1], 16);
    const header = {
      big: { dtype: "I64", shape: [1], data_offsets: [0, 8] },
      small: { dtype: "I32", shape: [2, 1], data_offsets: [8, 16] },
      flags: { dtype: "BOOL", shape: [3], data_offsets: [16, 19] },
    };
    return [...tensors(fileOf(header, data)).values()].flatMap(({ view }) => shown(view));
  },
  "safetensors: header": () => {
    const bytes = mixedFile();
    return [[headerByteLength(bytes)], JSON.stringify(parseHeader(bytes).entries)];
  },
  "safetensors: toFloat32 of F16": () => toFloat32(tensors(halves("F16")).get("half")!).data,
  "safetensors: toFloat32 of BF16": () => toFloat32(tensors(halves("BF16")).get("half")!).data,
  "npy: toNpy of floats": () =>
    dtypes.flatMap((dtype) =>
      lies.flatMap((lie) =>
        [[], [5], [3, 4], [2, 3, 2], [0, 2]].map((shape) => {
          const view = viewOf<Floats>((n) => floats(dtype, n), shape, lie);
          return toNpy(fillView(view, source(89)));
        }),
      ),
    ),
  "npy: toNpy of integers": () => [
    toNpy(Int32Array.of(1, -2, 3)),
    toNpy(Uint8Array.of(1, 2, 255)),
    toNpy(ndarray(Int16Array.of(1, -2, 3, 4), [2, 2]).transpose(1, 0)),
    toNpy(Uint32Array.of(4294967295)),
  ],
  "npy: fromNpy of what toNpy gives": () => [
    ...shown(fromNpy(toNpy(drawn("float64", 90)))),
    ...shown(fromNpy(toNpy(drawn("float64", 91)), { dtype: "float32" })),
    ...shown(fromNpy(toNpy(BigInt64Array.of(-3n, 9007199254740993n) as never))),
  ],
  "npy: fromNpy of files made by hand": () => {
    const eight = new Uint8Array(source(92).into(new Float64Array(6)).buffer);
    const half = Uint8Array.of(0x00, 0x3c, 0x55, 0xb5, 0x01, 0x00, 0xff, 0x7b);
    const short = Uint8Array.of(0xff, 0xfe, 0x00, 0x07);
    return [
      ...shown(fromNpy(npyOf("<f8", "False", "(2, 3)", eight))),
      ...shown(fromNpy(npyOf("<f8", "True", "(3, 2)", eight))),
      ...shown(fromNpy(npyOf("<f2", "False", "(4,)", half))),
      ...shown(fromNpy(npyOf("<f2", "True", "(2, 2)", half), { dtype: "float64" })),
      ...shown(fromNpy(npyOf(">i2", "False", "(2,)", short))),
      ...shown(fromNpy(npyOf("|b1", "False", "()", Uint8Array.of(1)))),
    ];
  },
  ...Object.fromEntries(
    dtypes.map((dtype) => [
      `checkpoint: save and open ${dtype}`,
      () =>
        inDirectory(async (directory) => {
          const path = join(directory, "model.safetensors");
          await save(path, drawn(dtype, 85), template);
          const { flat } = await open(path, { template });
          const parsed = await open(path);
          const read = [flat, parsed.flat].map((view) => elementsOf(view).join());
          return [await hexOf(path), ...read, layOf(parsed.views)].join("\n");
        }),
    ]),
  ),
  "checkpoint: save with metadata": () =>
    inDirectory(async (directory) => {
      const path = join(directory, "model.safetensors");
      await save(path, drawn("float64", 93), template, { metadata: { step: "20", naïve: "∑" } });
      const { metadata } = await open(path, { template });
      return [await hexOf(path), JSON.stringify(metadata)].join("\n");
    }),
  "checkpoint: generations": () =>
    inDirectory(async (directory) => {
      const path = join(directory, "model.safetensors");
      for (const seed of [94, 95, 96, 97]) {
        await save(path, drawn("float32", seed), template, { keep: 3 });
      }
      const names = (await readdir(directory)).toSorted();
      const contents = await Promise.all(names.map((name) => hexOf(join(directory, name))));
      return [...names, ...contents].join("\n");
    }),
};
