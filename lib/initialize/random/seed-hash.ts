import { wrongKind } from "../../internal/messages.ts";

/**
 * A state of four words that depends on every bit of seed and path: the whole state of
 * HalfSipHash-2-4, two rounds for each word of input and four at the end.  Aumasson & Bernstein
 * 2012.
 *
 * The input is the kind of the seed, its length and its UTF-16 units, then length and units of the
 * path, so two different pairs of seed and path never become the same words.
 */
export function hashedState(call: string, seed: string | number, path: string): Int32Array {
  const v = new Int32Array([0, 0, 0x6c796765, 0x74656462]); // SipHash's constants for the key 0
  const absorb = (word: number): void => {
    v[3]! ^= word;
    round(v);
    round(v);
    v[0]! ^= word;
  };
  for (const word of [...seedWords(call, seed), ...textWords(call, "path", path)]) absorb(word);
  v[2]! ^= 0xff;
  for (let i = 0; i < 4; i++) round(v);
  return v;
}

function seedWords(call: string, seed: unknown): number[] {
  if (!Number.isSafeInteger(seed)) return [1, ...textWords(call, "seed", seed)];
  const integer = seed as number;
  return [0, integer, Math.floor(integer / 2 ** 32)];
}

function textWords(call: string, name: string, text: unknown): number[] {
  if (typeof text === "string") {
    return [text.length, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  }
  const need = name === "seed" ? "a string or a safe integer" : "a string";
  throw wrongKind(call, name, `be ${need}`, text);
}

function round(v: Int32Array): void {
  v[0]! += v[1]!;
  v[1] = rotated(v[1]!, 5) ^ v[0]!;
  v[0] = rotated(v[0]!, 16);
  v[2]! += v[3]!;
  v[3] = rotated(v[3]!, 8) ^ v[2]!;
  v[0] += v[3];
  v[3] = rotated(v[3], 7) ^ v[0];
  v[2]! += v[1];
  v[1] = rotated(v[1], 13) ^ v[2]!;
  v[2] = rotated(v[2]!, 16);
}

const rotated = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));
