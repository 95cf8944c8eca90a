/** Arrays and objects of another realm must give the same results as one's own. */
import ndarray from "ndarray";
import {
  emptyWithViews,
  flatFunction,
  layoutOf,
  shapedFromFlat,
  transfer,
  valuesToFlat,
} from "ndarray-params";
import { gemm } from "ndarray-params/gemm";
import { gemmPool } from "ndarray-params/gemm/pool";
import { gemm as relaxed } from "ndarray-params/gemm/relaxed";
import {
  heNormal,
  initializeViews,
  randomizeNormal,
  stream,
  zeros,
} from "ndarray-params/initialize";
import { fromNpy, toNpy } from "ndarray-params/npy";
import { fromNpz, loadNpz, toNpz } from "ndarray-params/npz";
import { adam, lbfgs } from "ndarray-params/optimize";
import { load, parse, serialize, tensors } from "ndarray-params/safetensors";
import { source } from "../../support/golden/draw.ts";
import { same, type Checks } from "./checks.ts";

/** The classes of a realm that the library may be handed an instance of. */
export interface Realm {
  readonly Float64Array: Float64ArrayConstructor;
  readonly Float32Array: Float32ArrayConstructor;
  readonly Int32Array: Int32ArrayConstructor;
  readonly Uint8Array: Uint8ArrayConstructor;
  readonly Array: ArrayConstructor;
  readonly JSON: JSON;
  /** Pages that are not isolated lack it. */
  readonly SharedArrayBuffer?: SharedArrayBufferConstructor | undefined;
}

/** An expression that gives a context's realm. */
export const realmText =
  "({ Float64Array, Float32Array, Int32Array, Uint8Array, Array, JSON, SharedArrayBuffer: globalThis.SharedArrayBuffer })";

const own: Realm = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint8Array,
  Array,
  JSON,
  SharedArrayBuffer: globalThis.SharedArrayBuffer,
};
const template = { hidden: { w: [3, 4], b: 4 }, out: [[4, 2], 2] } as const;
const { size } = layoutOf(template);

/** Done with what a realm's classes make; the results, or promises of them, are compared. */
type Deed = (realm: Realm) => unknown;

const drawn = <D extends Float64Array | Float32Array>(data: D, seed = 1): D =>
  source(seed).into(data);

const numbers = drawn(new Float64Array(size), 2);
/** Made when it is needed: some environments of tests lack what it needs. */
const file = (): Uint8Array => serialize(numbers, template);

/** Each float type by the class of its arrays. */
const kinds = ["Float64Array", "Float32Array"] as const;

const forKinds = (
  name: string,
  deed: (make: (n: number) => Float64Array, realm: Realm) => unknown,
) =>
  Object.fromEntries(
    kinds.map((kind): [string, Deed] => [
      `${name}, ${kind}`,
      (realm) => deed((n) => drawn(new realm[kind](n)) as Float64Array, realm),
    ]),
  );

const bytesIn = (realm: Realm, bytes: Uint8Array): Uint8Array => realm.Uint8Array.from(bytes);

/** The leaves' elements of a tree of views. */
const numbersIn = (views: { readonly hidden: { readonly w: { readonly data: unknown } } }) =>
  views.hidden.w.data;

const squares = (x: Float64Array, gradient: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    gradient[i] = 2 * x[i]!;
    sum += x[i]! * x[i]!;
  }
  return sum;
};

/** A product by every way gemm has: small, large, one row, a sum in chunks. */
const products = (make: (n: number) => Float64Array, multiply = gemm): Float64Array[] =>
  [
    [3, 5, 4],
    [40, 70, 33],
    [1, 1500, 130],
    [2, 2100, 2],
  ].map(([m, k, n]) => {
    const c = make(m! * n!);
    multiply(
      ndarray(c, [m!, n!]),
      ndarray(make(m! * k!), [m!, k!]),
      ndarray(make(k! * n!), [k!, n!]),
      0.3,
      0.7,
    );
    return c;
  });

/** The same products by two threads, if the realm has memory that they can share. */
async function pooledProducts({ Float64Array: Floats, SharedArrayBuffer: Shared }: Realm) {
  const pool = gemmPool({ threads: 2 });
  await pool.ready;
  const make = (n: number): Float64Array =>
    drawn(Shared === undefined ? new Floats(n) : new Floats(new Shared(8 * n)));
  const made = products(make, pool.gemm);
  pool.close();
  return made;
}

const deeds: Readonly<Record<string, Deed>> = {
  ...forKinds("shapedFromFlat", (make) => numbersIn(shapedFromFlat(make(size), template))),
  ...forKinds("shapedFromFlat of an ndarray", (make) =>
    numbersIn(shapedFromFlat(ndarray(make(size)), template)),
  ),
  "shapedFromFlat of a plain array": (realm) => {
    const plain = realm.JSON.parse(JSON.stringify([...Array(size).keys()])) as number[];
    return numbersIn(shapedFromFlat(plain, template));
  },
  "a template of another realm": ({ JSON: json }) => {
    const { slots } = layoutOf(json.parse(JSON.stringify(template)) as typeof template);
    return slots.map(({ path, shape }) => `${path} ${shape.join()}`);
  },
  "options of another realm": ({ JSON: json }) => {
    const options = json.parse('{ "dtype": "float32" }') as { dtype: "float32" };
    return emptyWithViews(template, options)[0].dtype;
  },
  ...forKinds("emptyWithViews with allocate", (make) => {
    const [{ data }] = emptyWithViews(template, { allocate: (n: number) => make(n) });
    return data;
  }),
  ...forKinds("transfer", (make) => {
    const to = make(size).fill(0);
    transfer(make(size), template, to, template);
    return to;
  }),
  "valuesToFlat of plain values": ({ JSON: json }) =>
    valuesToFlat(json.parse('{ "w": [[1, 2], [3, 4]], "b": [5, 6] }') as { w: number[][] })[0].data,
  ...forKinds("flatFunction", (make) => {
    const f = flatFunction(template, ({ hidden }) => hidden.w.get(1, 2));
    return f(make(size));
  }),
  ...forKinds("gemm", (make) => products(make)),
  ...forKinds("gemm/relaxed", (make) => products(make, relaxed)),
  "gemm/pool": pooledProducts,
  "gemm of Int32Array": (realm) => {
    const c = new realm.Int32Array(4);
    const a = realm.Int32Array.of(1, 2, 3, 4);
    gemm(ndarray(c, [2, 2]), ndarray(a, [2, 2]), ndarray(a, [2, 2]));
    return c;
  },
  "gemm of plain arrays": (realm) => {
    const c = realm.Array.of(0, 0, 0, 0);
    const a = realm.Array.of(1, 2, 3, 4);
    gemm(ndarray(c, [2, 2]), ndarray(a, [2, 2]), ndarray(a, [2, 2]));
    return c;
  },
  ...forKinds("randomizeNormal", (make) => {
    const data = make(50);
    randomizeNormal(ndarray(data), 1, 2, stream("realm", "w"));
    return data;
  }),
  ...forKinds("initializeViews", (make) => {
    const data = make(size);
    const scheme = { hidden: { w: heNormal, b: zeros }, out: [heNormal, zeros] };
    initializeViews(shapedFromFlat(data, template), template, scheme as never, "realm");
    return data;
  }),
  ...forKinds("adam", (make) => {
    const x = make(size);
    adam(x, squares as never).next();
    return x;
  }),
  ...forKinds("lbfgs", (make) => {
    const x = make(size);
    const run = lbfgs(x, squares as never);
    for (let i = 0; i < 3; i++) run.next();
    return x;
  }),
  ...forKinds("serialize", (make) => serialize(make(size), template)),
  "serialize with metadata": ({ JSON: json }) =>
    serialize(numbers, template, { metadata: json.parse('{ "step": "3" }') as { step: string } }),
  parse: (realm) => parse(bytesIn(realm, file())).flat.data,
  "parse of an ArrayBuffer": (realm) => parse(bytesIn(realm, file()).buffer).flat.data,
  ...forKinds("load into a flat", (make) => {
    const to = make(size).fill(0);
    load(file(), template, { into: to });
    return to;
  }),
  tensors: (realm) =>
    [...tensors(bytesIn(realm, file())).values()].map(({ view }) => view.data as Float64Array),
  ...forKinds("toNpy", (make) => toNpy(make(6))),
  ...forKinds("toNpy of an ndarray", (make) => toNpy(ndarray(make(6), [2, 3]).transpose(1, 0))),
  fromNpy: (realm) => fromNpy(bytesIn(realm, toNpy(numbers))).data,
  "fromNpy of an ArrayBuffer": (realm) =>
    fromNpy(bytesIn(realm, toNpy(numbers)).buffer, { dtype: "float32" }).data,
  ...forKinds("toNpz", (make) => toNpz({ w: make(6), b: ndarray(make(6), [2, 3]) })),
  "toNpz of plain values": ({ JSON: json }) =>
    toNpz(json.parse('{ "w": [1, 2] }') as { w: number[] }),
  fromNpz: (realm) => fromNpz(bytesIn(realm, toNpz({ w: numbers }))).get("w")!.data,
  ...forKinds("loadNpz into a flat", (make) => {
    const to = make(6).fill(0);
    loadNpz(toNpz({ w: drawn(new Float64Array(6)) }), { w: 6 }, { into: to });
    return to;
  }),
};

/** Each deed, done with another realm's classes and with those of this one. */
export const foreignChecks = (realm: Realm): Checks =>
  Object.fromEntries(
    Object.entries(deeds).map(([name, deed]) => [
      name,
      async () => {
        const wanted = await deed(own);
        same(await deed(realm), wanted);
      },
    ]),
  );
