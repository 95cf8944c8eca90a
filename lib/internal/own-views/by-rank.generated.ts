// Written by `npm run build:kernel` from spec/support/views/views-text.ts.
// @ts-nocheck Types would hide what is spelled out; spec/internal/views/ compares all with ndarray.
import type { ElementsOf, Geometry, Getters, MakerOf } from "./class-parts.ts";

export const float64Elements: ElementsOf = (isGeneric) => [
  {
    View: function (data, d) { this.data = data; this.offset = d; },
    set(v) { const p = this.offset; return (this.data[p] = v); },
    get() { const p = this.offset; return this.data[p]; },
  },
  {
    View: function (data, b0, c0, d) { this.data = data; this.shape = [b0]; this.stride = [c0]; this.offset = d | 0; },
    set(i0, v) { const p = this.offset + this.stride[0] * i0; return (this.data[p] = v); },
    get(i0) { const p = this.offset + this.stride[0] * i0; return this.data[p]; },
  },
  {
    View: function (data, b0, b1, c0, c1, d) { this.data = data; this.shape = [b0, b1]; this.stride = [c0, c1]; this.offset = d | 0; },
    set(i0, i1, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1; return (this.data[p] = v); },
    get(i0, i1) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1; return this.data[p]; },
  },
  {
    View: function (data, b0, b1, b2, c0, c1, c2, d) { this.data = data; this.shape = [b0, b1, b2]; this.stride = [c0, c1, c2]; this.offset = d | 0; },
    set(i0, i1, i2, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2; return (this.data[p] = v); },
    get(i0, i1, i2) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2; return this.data[p]; },
  },
  {
    View: function (data, b0, b1, b2, b3, c0, c1, c2, c3, d) { this.data = data; this.shape = [b0, b1, b2, b3]; this.stride = [c0, c1, c2, c3]; this.offset = d | 0; },
    set(i0, i1, i2, i3, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2 + this.stride[3] * i3; return (this.data[p] = v); },
    get(i0, i1, i2, i3) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2 + this.stride[3] * i3; return this.data[p]; },
  },
];

export const float32Elements: ElementsOf = (isGeneric) => [
  {
    View: function (data, d) { this.data = data; this.offset = d; },
    set(v) { const p = this.offset; return (this.data[p] = v); },
    get() { const p = this.offset; return this.data[p]; },
  },
  {
    View: function (data, b0, c0, d) { this.data = data; this.shape = [b0]; this.stride = [c0]; this.offset = d | 0; },
    set(i0, v) { const p = this.offset + this.stride[0] * i0; return (this.data[p] = v); },
    get(i0) { const p = this.offset + this.stride[0] * i0; return this.data[p]; },
  },
  {
    View: function (data, b0, b1, c0, c1, d) { this.data = data; this.shape = [b0, b1]; this.stride = [c0, c1]; this.offset = d | 0; },
    set(i0, i1, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1; return (this.data[p] = v); },
    get(i0, i1) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1; return this.data[p]; },
  },
  {
    View: function (data, b0, b1, b2, c0, c1, c2, d) { this.data = data; this.shape = [b0, b1, b2]; this.stride = [c0, c1, c2]; this.offset = d | 0; },
    set(i0, i1, i2, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2; return (this.data[p] = v); },
    get(i0, i1, i2) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2; return this.data[p]; },
  },
  {
    View: function (data, b0, b1, b2, b3, c0, c1, c2, c3, d) { this.data = data; this.shape = [b0, b1, b2, b3]; this.stride = [c0, c1, c2, c3]; this.offset = d | 0; },
    set(i0, i1, i2, i3, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2 + this.stride[3] * i3; return (this.data[p] = v); },
    get(i0, i1, i2, i3) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2 + this.stride[3] * i3; return this.data[p]; },
  },
];

export const otherElements: ElementsOf = (isGeneric) => [
  {
    View: function (data, d) { this.data = data; this.offset = d; },
    set(v) { const p = this.offset; return isGeneric ? this.data.set(p, v) : (this.data[p] = v); },
    get() { const p = this.offset; return isGeneric ? this.data.get(p) : this.data[p]; },
  },
  {
    View: function (data, b0, c0, d) { this.data = data; this.shape = [b0]; this.stride = [c0]; this.offset = d | 0; },
    set(i0, v) { const p = this.offset + this.stride[0] * i0; return isGeneric ? this.data.set(p, v) : (this.data[p] = v); },
    get(i0) { const p = this.offset + this.stride[0] * i0; return isGeneric ? this.data.get(p) : this.data[p]; },
  },
  {
    View: function (data, b0, b1, c0, c1, d) { this.data = data; this.shape = [b0, b1]; this.stride = [c0, c1]; this.offset = d | 0; },
    set(i0, i1, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1; return isGeneric ? this.data.set(p, v) : (this.data[p] = v); },
    get(i0, i1) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1; return isGeneric ? this.data.get(p) : this.data[p]; },
  },
  {
    View: function (data, b0, b1, b2, c0, c1, c2, d) { this.data = data; this.shape = [b0, b1, b2]; this.stride = [c0, c1, c2]; this.offset = d | 0; },
    set(i0, i1, i2, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2; return isGeneric ? this.data.set(p, v) : (this.data[p] = v); },
    get(i0, i1, i2) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2; return isGeneric ? this.data.get(p) : this.data[p]; },
  },
  {
    View: function (data, b0, b1, b2, b3, c0, c1, c2, c3, d) { this.data = data; this.shape = [b0, b1, b2, b3]; this.stride = [c0, c1, c2, c3]; this.offset = d | 0; },
    set(i0, i1, i2, i3, v) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2 + this.stride[3] * i3; return isGeneric ? this.data.set(p, v) : (this.data[p] = v); },
    get(i0, i1, i2, i3) { const p = this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2 + this.stride[3] * i3; return isGeneric ? this.data.get(p) : this.data[p]; },
  },
];

const geometry1: Geometry = (View, make) => ({
  index(i0) { return this.offset + this.stride[0] * i0; },
  hi(i0) {
    return new View(this.data, typeof i0 !== "number" || i0 < 0 ? this.shape[0] : i0 | 0, this.stride[0], this.offset);
  },
  lo(i0) {
    let d, b = this.offset, a0 = this.shape[0], c0 = this.stride[0];
    if (typeof i0 === "number" && i0 >= 0) { d = i0 | 0; b += c0 * d; a0 -= d; }
    return new View(this.data, a0, c0, b);
  },
  step(i0) {
    let d, c = this.offset, a0 = this.shape[0], b0 = this.stride[0];
    if (typeof i0 === "number") { d = i0 | 0; if (d < 0) { c += b0 * (a0 - 1); a0 = -a0; } a0 = Math.ceil(a0 / d); b0 *= d; }
    return new View(this.data, a0, b0, c);
  },
  transpose(i0) {
    const a = this.shape, b = this.stride;
    i0 = i0 === undefined ? 0 : i0 | 0;
    return new View(this.data, a[i0], b[i0], this.offset);
  },
  pick(i0) {
    const a = [], b = [];
    let c = this.offset;
    if (typeof i0 === "number" && i0 >= 0) c = (c + this.stride[0] * i0) | 0; else { a.push(this.shape[0]); b.push(this.stride[0]); }
    return make(this.data, a, b, c);
  },
});

const geometry2: Geometry = (View, make) => ({
  index(i0, i1) { return this.offset + this.stride[0] * i0 + this.stride[1] * i1; },
  hi(i0, i1) {
    return new View(this.data, typeof i0 !== "number" || i0 < 0 ? this.shape[0] : i0 | 0, typeof i1 !== "number" || i1 < 0 ? this.shape[1] : i1 | 0, this.stride[0], this.stride[1], this.offset);
  },
  lo(i0, i1) {
    let d, b = this.offset, a0 = this.shape[0], a1 = this.shape[1], c0 = this.stride[0], c1 = this.stride[1];
    if (typeof i0 === "number" && i0 >= 0) { d = i0 | 0; b += c0 * d; a0 -= d; }
    if (typeof i1 === "number" && i1 >= 0) { d = i1 | 0; b += c1 * d; a1 -= d; }
    return new View(this.data, a0, a1, c0, c1, b);
  },
  step(i0, i1) {
    let d, c = this.offset, a0 = this.shape[0], a1 = this.shape[1], b0 = this.stride[0], b1 = this.stride[1];
    if (typeof i0 === "number") { d = i0 | 0; if (d < 0) { c += b0 * (a0 - 1); a0 = -a0; } a0 = Math.ceil(a0 / d); b0 *= d; }
    if (typeof i1 === "number") { d = i1 | 0; if (d < 0) { c += b1 * (a1 - 1); a1 = -a1; } a1 = Math.ceil(a1 / d); b1 *= d; }
    return new View(this.data, a0, a1, b0, b1, c);
  },
  transpose(i0, i1) {
    const a = this.shape, b = this.stride;
    i0 = i0 === undefined ? 0 : i0 | 0;
    i1 = i1 === undefined ? 1 : i1 | 0;
    return new View(this.data, a[i0], a[i1], b[i0], b[i1], this.offset);
  },
  pick(i0, i1) {
    const a = [], b = [];
    let c = this.offset;
    if (typeof i0 === "number" && i0 >= 0) c = (c + this.stride[0] * i0) | 0; else { a.push(this.shape[0]); b.push(this.stride[0]); }
    if (typeof i1 === "number" && i1 >= 0) c = (c + this.stride[1] * i1) | 0; else { a.push(this.shape[1]); b.push(this.stride[1]); }
    return make(this.data, a, b, c);
  },
});

const geometry3: Geometry = (View, make) => ({
  index(i0, i1, i2) { return this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2; },
  hi(i0, i1, i2) {
    return new View(this.data, typeof i0 !== "number" || i0 < 0 ? this.shape[0] : i0 | 0, typeof i1 !== "number" || i1 < 0 ? this.shape[1] : i1 | 0, typeof i2 !== "number" || i2 < 0 ? this.shape[2] : i2 | 0, this.stride[0], this.stride[1], this.stride[2], this.offset);
  },
  lo(i0, i1, i2) {
    let d, b = this.offset, a0 = this.shape[0], a1 = this.shape[1], a2 = this.shape[2], c0 = this.stride[0], c1 = this.stride[1], c2 = this.stride[2];
    if (typeof i0 === "number" && i0 >= 0) { d = i0 | 0; b += c0 * d; a0 -= d; }
    if (typeof i1 === "number" && i1 >= 0) { d = i1 | 0; b += c1 * d; a1 -= d; }
    if (typeof i2 === "number" && i2 >= 0) { d = i2 | 0; b += c2 * d; a2 -= d; }
    return new View(this.data, a0, a1, a2, c0, c1, c2, b);
  },
  step(i0, i1, i2) {
    let d, c = this.offset, a0 = this.shape[0], a1 = this.shape[1], a2 = this.shape[2], b0 = this.stride[0], b1 = this.stride[1], b2 = this.stride[2];
    if (typeof i0 === "number") { d = i0 | 0; if (d < 0) { c += b0 * (a0 - 1); a0 = -a0; } a0 = Math.ceil(a0 / d); b0 *= d; }
    if (typeof i1 === "number") { d = i1 | 0; if (d < 0) { c += b1 * (a1 - 1); a1 = -a1; } a1 = Math.ceil(a1 / d); b1 *= d; }
    if (typeof i2 === "number") { d = i2 | 0; if (d < 0) { c += b2 * (a2 - 1); a2 = -a2; } a2 = Math.ceil(a2 / d); b2 *= d; }
    return new View(this.data, a0, a1, a2, b0, b1, b2, c);
  },
  transpose(i0, i1, i2) {
    const a = this.shape, b = this.stride;
    i0 = i0 === undefined ? 0 : i0 | 0;
    i1 = i1 === undefined ? 1 : i1 | 0;
    i2 = i2 === undefined ? 2 : i2 | 0;
    return new View(this.data, a[i0], a[i1], a[i2], b[i0], b[i1], b[i2], this.offset);
  },
  pick(i0, i1, i2) {
    const a = [], b = [];
    let c = this.offset;
    if (typeof i0 === "number" && i0 >= 0) c = (c + this.stride[0] * i0) | 0; else { a.push(this.shape[0]); b.push(this.stride[0]); }
    if (typeof i1 === "number" && i1 >= 0) c = (c + this.stride[1] * i1) | 0; else { a.push(this.shape[1]); b.push(this.stride[1]); }
    if (typeof i2 === "number" && i2 >= 0) c = (c + this.stride[2] * i2) | 0; else { a.push(this.shape[2]); b.push(this.stride[2]); }
    return make(this.data, a, b, c);
  },
});

const geometry4: Geometry = (View, make) => ({
  index(i0, i1, i2, i3) { return this.offset + this.stride[0] * i0 + this.stride[1] * i1 + this.stride[2] * i2 + this.stride[3] * i3; },
  hi(i0, i1, i2, i3) {
    return new View(this.data, typeof i0 !== "number" || i0 < 0 ? this.shape[0] : i0 | 0, typeof i1 !== "number" || i1 < 0 ? this.shape[1] : i1 | 0, typeof i2 !== "number" || i2 < 0 ? this.shape[2] : i2 | 0, typeof i3 !== "number" || i3 < 0 ? this.shape[3] : i3 | 0, this.stride[0], this.stride[1], this.stride[2], this.stride[3], this.offset);
  },
  lo(i0, i1, i2, i3) {
    let d, b = this.offset, a0 = this.shape[0], a1 = this.shape[1], a2 = this.shape[2], a3 = this.shape[3], c0 = this.stride[0], c1 = this.stride[1], c2 = this.stride[2], c3 = this.stride[3];
    if (typeof i0 === "number" && i0 >= 0) { d = i0 | 0; b += c0 * d; a0 -= d; }
    if (typeof i1 === "number" && i1 >= 0) { d = i1 | 0; b += c1 * d; a1 -= d; }
    if (typeof i2 === "number" && i2 >= 0) { d = i2 | 0; b += c2 * d; a2 -= d; }
    if (typeof i3 === "number" && i3 >= 0) { d = i3 | 0; b += c3 * d; a3 -= d; }
    return new View(this.data, a0, a1, a2, a3, c0, c1, c2, c3, b);
  },
  step(i0, i1, i2, i3) {
    let d, c = this.offset, a0 = this.shape[0], a1 = this.shape[1], a2 = this.shape[2], a3 = this.shape[3], b0 = this.stride[0], b1 = this.stride[1], b2 = this.stride[2], b3 = this.stride[3];
    if (typeof i0 === "number") { d = i0 | 0; if (d < 0) { c += b0 * (a0 - 1); a0 = -a0; } a0 = Math.ceil(a0 / d); b0 *= d; }
    if (typeof i1 === "number") { d = i1 | 0; if (d < 0) { c += b1 * (a1 - 1); a1 = -a1; } a1 = Math.ceil(a1 / d); b1 *= d; }
    if (typeof i2 === "number") { d = i2 | 0; if (d < 0) { c += b2 * (a2 - 1); a2 = -a2; } a2 = Math.ceil(a2 / d); b2 *= d; }
    if (typeof i3 === "number") { d = i3 | 0; if (d < 0) { c += b3 * (a3 - 1); a3 = -a3; } a3 = Math.ceil(a3 / d); b3 *= d; }
    return new View(this.data, a0, a1, a2, a3, b0, b1, b2, b3, c);
  },
  transpose(i0, i1, i2, i3) {
    const a = this.shape, b = this.stride;
    i0 = i0 === undefined ? 0 : i0 | 0;
    i1 = i1 === undefined ? 1 : i1 | 0;
    i2 = i2 === undefined ? 2 : i2 | 0;
    i3 = i3 === undefined ? 3 : i3 | 0;
    return new View(this.data, a[i0], a[i1], a[i2], a[i3], b[i0], b[i1], b[i2], b[i3], this.offset);
  },
  pick(i0, i1, i2, i3) {
    const a = [], b = [];
    let c = this.offset;
    if (typeof i0 === "number" && i0 >= 0) c = (c + this.stride[0] * i0) | 0; else { a.push(this.shape[0]); b.push(this.stride[0]); }
    if (typeof i1 === "number" && i1 >= 0) c = (c + this.stride[1] * i1) | 0; else { a.push(this.shape[1]); b.push(this.stride[1]); }
    if (typeof i2 === "number" && i2 >= 0) c = (c + this.stride[2] * i2) | 0; else { a.push(this.shape[2]); b.push(this.stride[2]); }
    if (typeof i3 === "number" && i3 >= 0) c = (c + this.stride[3] * i3) | 0; else { a.push(this.shape[3]); b.push(this.stride[3]); }
    return make(this.data, a, b, c);
  },
});

export const geometries: readonly Geometry[] = [geometry1, geometry2, geometry3, geometry4];

export const getters: readonly Getters[] = [
  {
    size() { return this.shape[0]; },
  },
  {
    size() { return this.shape[0] * this.shape[1]; },
    order() { const s0 = Math.abs(this.stride[0]), s1 = Math.abs(this.stride[1]); return s0 > s1 ? [1, 0] : [0, 1]; },
  },
  {
    size() { return this.shape[0] * this.shape[1] * this.shape[2]; },
    order() { const s0 = Math.abs(this.stride[0]), s1 = Math.abs(this.stride[1]), s2 = Math.abs(this.stride[2]);
    if (s0 > s1) return s1 > s2 ? [2, 1, 0] : s0 > s2 ? [1, 2, 0] : [1, 0, 2];
    return s0 > s2 ? [2, 0, 1] : s2 > s1 ? [0, 1, 2] : [0, 2, 1]; },
  },
  {
    size() { return this.shape[0] * this.shape[1] * this.shape[2] * this.shape[3]; },
  },
];

export const makers: readonly MakerOf[] = [
  (View) => (data, a, b, c) => new View(data, a[0], b[0], c),
  (View) => (data, a, b, c) => new View(data, a[0], a[1], b[0], b[1], c),
  (View) => (data, a, b, c) => new View(data, a[0], a[1], a[2], b[0], b[1], b[2], c),
  (View) => (data, a, b, c) => new View(data, a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3], c),
];
// Sources: 1d5659333907e7c7281b8a28c968035b4eb61f2c4e3e83bd7008297b99c0093e
