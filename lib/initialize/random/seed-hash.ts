import { wrongKind } from "../../internal/messages.ts";

/**
 * Four words that depend on every bit of seed and path: SipHash's rounds on words of 32 bits, two
 * for each word, four at the end.  Aumasson & Bernstein 2012; HalfSipHash-2-4, all of its state.
 *
 * The words are the seed's kind, its length, its UTF-16 units, and the same of the path, so that no
 * two pairs of seed and path are read as the same words.
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
