/** A column of weights as a picture: the pixels of a square, red above 0 and blue below. */
import type { NdArray } from "ndarray";

/** A bitmap of 256 colors, because it needs no compression: a header, a palette, a byte a pixel. */
export function weightImage(weights: NdArray<Float64Array>): string {
  const side = Math.sqrt(weights.size);
  const width = Math.ceil(side / 4) * 4; // rows are filled up to whole words
  const start = 54 + 4 * 256;
  const file = Buffer.alloc(start + width * side);
  file.write("BM", 0);
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(start, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(side, 18);
  file.writeInt32LE(-side, 22); // rows come from the top
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(8, 28);
  file.writeUInt32LE(width * side, 34);
  file.writeUInt32LE(256, 46);
  for (let i = 0; i < 256; i++) {
    const [red, green, blue] = colorOf(i / 127.5 - 1);
    file.set([blue, green, red, 0], 54 + 4 * i);
  }
  const most = 3 * deviation(weights);
  for (let i = 0; i < weights.size; i++) {
    const part = most === 0 ? 0 : Math.max(-1, Math.min(1, weights.get(i) / most));
    file[start + width * Math.floor(i / side) + (i % side)] = Math.round(127.5 * (part + 1));
  }
  return `data:image/bmp;base64,${file.toString("base64")}`;
}

/** √(Σ w²/n): the deviation from 0, which is white. */
function deviation(weights: NdArray<Float64Array>): number {
  let sum = 0;
  for (let i = 0; i < weights.size; i++) sum += weights.get(i) ** 2;
  return Math.sqrt(sum / weights.size);
}

type Color = [red: number, green: number, blue: number];

const ends = { below: [33, 102, 172], above: [178, 24, 43] } as const; // of ColorBrewer's RdBu

function colorOf(part: number): Color {
  const end = part < 0 ? ends.below : ends.above;
  return end.map((to) => Math.round(255 + (to - 255) * Math.abs(part))) as Color;
}
