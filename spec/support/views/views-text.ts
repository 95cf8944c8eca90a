/**
 * Writes lib/internal/own-views/by-rank.generated.ts: what views of rank 1 to 4 do, with each axis
 * spelled out, as ndarray itself spells it out when it generates its code.
 *
 * V8 optimises a text for the arrays that it meets, and all functions of one text share what it has
 * learnt. What touches elements is therefore written three times: float64 and float32 have a text of
 * their own, and the third is for all other arrays.
 */

const ranks = [1, 2, 3, 4];

type OfAxis = (axis: number) => string;

/** Writes something for each axis of a rank. */
const axes = (rank: number, each: OfAxis, between = ", "): string =>
  Array.from({ length: rank }, (_, axis) => each(axis)).join(between);

const named = (rank: number, name: string): string => axes(rank, (k) => name + k);
const field =
  (name: string): OfAxis =>
  (k) =>
    `this.${name}[${k}]`;
const isGiven: OfAxis = (k) => `typeof i${k} === "number" && i${k} >= 0`;
const place = (rank: number): string =>
  ["this.offset", ...Array.from({ length: rank }, (_, k) => `this.stride[${k}] * i${k}`)].join(
    " + ",
  );

/** How the element at `p` is read and written. */
interface Access {
  readonly read: string;
  readonly write: string;
}

/** The constructor of a rank, and the members that touch elements. */
function elements(rank: number, { read, write }: Access): string {
  const integers = rank === 0 ? "" : `, ${named(rank, "b")}, ${named(rank, "c")}`;
  const fields = rank === 0 ? "" : `this.shape = [${named(rank, "b")}]; this.stride = [${named(rank, "c")}]; `; // oxfmt-ignore
  const i = named(rank, "i");
  return `
  {
    View: function (data${integers}, d) { this.data = data; ${fields}this.offset = d${rank === 0 ? "" : " | 0"}; },
    set(${i}${rank === 0 ? "" : ", "}v) { const p = ${place(rank)}; return ${write}; },
    get(${i}) { const p = ${place(rank)}; return ${read}; },
  },`;
}

const text = (name: string, access: Access): string => `
export const ${name}: ElementsOf = (isGeneric) => [${[0, ...ranks].map((rank) => elements(rank, access)).join("")}
];
`;

const sizes = "const s0 = Math.abs(this.stride[0]), s1 = Math.abs(this.stride[1])";
/** The axes by their strides, the smallest first; the rules for ties are ndarray's. */
const orders: Readonly<Record<number, string>> = {
  2: `${sizes}; return s0 > s1 ? [1, 0] : [0, 1];`,
  3: `${sizes}, s2 = Math.abs(this.stride[2]);
    if (s0 > s1) return s1 > s2 ? [2, 1, 0] : s0 > s2 ? [1, 2, 0] : [1, 0, 2];
    return s0 > s2 ? [2, 0, 1] : s2 > s1 ? [0, 1, 2] : [0, 2, 1];`,
};

/** The members that make one view from another; they are one text for all arrays. */
function geometry(rank: number): string {
  const i = named(rank, "i");
  const locals = (name: string, of: string): string =>
    axes(rank, (k) => `${name}${k} = this.${of}[${k}]`);
  const view = (integers: string, offset: string): string =>
    `return new View(this.data, ${integers}, ${offset});`;
  const statements = (each: OfAxis): string => axes(rank, each, "\n    ");
  return `
const geometry${rank}: Geometry = (View, make) => ({
  index(${i}) { return ${place(rank)}; },
  hi(${i}) {
    ${view(`${axes(rank, (k) => `typeof i${k} !== "number" || i${k} < 0 ? this.shape[${k}] : i${k} | 0`)}, ${axes(rank, field("stride"))}`, "this.offset")}
  },
  lo(${i}) {
    let d, b = this.offset, ${locals("a", "shape")}, ${locals("c", "stride")};
    ${statements((k) => `if (${isGiven(k)}) { d = i${k} | 0; b += c${k} * d; a${k} -= d; }`)}
    ${view(`${named(rank, "a")}, ${named(rank, "c")}`, "b")}
  },
  step(${i}) {
    let d, c = this.offset, ${locals("a", "shape")}, ${locals("b", "stride")};
    ${statements((k) => `if (typeof i${k} === "number") { d = i${k} | 0; if (d < 0) { c += b${k} * (a${k} - 1); a${k} = -a${k}; } a${k} = Math.ceil(a${k} / d); b${k} *= d; }`)}
    ${view(`${named(rank, "a")}, ${named(rank, "b")}`, "c")}
  },
  transpose(${i}) {
    const a = this.shape, b = this.stride;
    ${statements((k) => `i${k} = i${k} === undefined ? ${k} : i${k} | 0;`)}
    ${view(`${axes(rank, (k) => `a[i${k}]`)}, ${axes(rank, (k) => `b[i${k}]`)}`, "this.offset")}
  },
  pick(${i}) {
    const a = [], b = [];
    let c = this.offset;
    ${statements((k) => `if (${isGiven(k)}) c = (c + this.stride[${k}] * i${k}) | 0; else { a.push(this.shape[${k}]); b.push(this.stride[${k}]); }`)}
    return make(this.data, a, b, c);
  },
});
`;
}

const getters = (rank: number): string => `
  {
    size() { return ${axes(rank, field("shape"), " * ")}; },${
      orders[rank] === undefined ? "" : `\n    order() { ${orders[rank]} },`
    }
  },`;

const makers = (rank: number): string => `
  (View) => (data, a, b, c) => new View(data, ${axes(rank, (k) => `a[${k}]`)}, ${axes(rank, (k) => `b[${k}]`)}, c),`;

const plain: Access = { read: "this.data[p]", write: "(this.data[p] = v)" };
const any: Access = {
  read: "isGeneric ? this.data.get(p) : this.data[p]",
  write: "isGeneric ? this.data.set(p, v) : (this.data[p] = v)",
};

const head = `// Written by \`npm run build:kernel\` from spec/support/views/views-text.ts.
// @ts-nocheck Types would hide what is spelled out; spec/internal/views/ compares all with ndarray.
import type { ElementsOf, Geometry, Getters, MakerOf } from "./class-parts.ts";
`;

/** The whole file. */
export const viewsText = (): string =>
  [
    head,
    text("float64Elements", plain),
    text("float32Elements", plain),
    text("otherElements", any),
    ...ranks.map(geometry),
    `\nexport const geometries: readonly Geometry[] = [${named(5, "geometry").replace("geometry0, ", "")}];\n`,
    `\nexport const getters: readonly Getters[] = [${ranks.map(getters).join("")}\n];\n`,
    `\nexport const makers: readonly MakerOf[] = [${ranks.map(makers).join("")}\n];\n`,
  ].join("");
