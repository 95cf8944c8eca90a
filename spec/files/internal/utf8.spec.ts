/** Node's own TextEncoder and TextDecoder are the oracle. */
import { isUtf8 } from "node:buffer";
import { expect } from "chai";
import { decodeLatin1, decodeUtf8, encodeUtf8 } from "../../../lib/files/internal/utf8.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Asking first is quicker than 15,000 errors. */
const oracle = (bytes: Uint8Array): string | undefined =>
  isUtf8(bytes) ? strict.decode(bytes) : undefined;

/** Bytes at the edges of what each place in a character may hold. */
const edges = [
  0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
  0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xfe, 0xff,
];

/** The same from the third place on, where all characters may hold the same bytes. */
const later = [0x41, 0x7f, 0x80, 0xbf, 0xc0];

describe("UTF-8", () => {
  it("of every character is encoded and decoded as by the engine", () => {
    for (let first = 0; first < 0x110000; first += 0x1000) {
      if (first >= 0xd000 && first < 0xe000) continue;
      const points = Array.from({ length: 0x1000 }, (_, i) => first + i);
      const text = String.fromCodePoint(...points);
      const bytes = encodeUtf8(text);
      expect(Buffer.from(bytes).equals(Buffer.from(text)), `${first}`).to.equal(true);
      expect(decodeUtf8(bytes) === text, `${first}`).to.equal(true);
    }
    const beside = String.fromCharCode(0xd7ff, 0xe000);
    expect(decodeUtf8(encodeUtf8(beside))).to.equal(beside);
  });

  it("is decoded, or refused, as by a strict decoder, for all bytes at the edges", () => {
    const differing: string[] = [];
    const check = (...bytes: number[]): void => {
      const given = Uint8Array.from(bytes);
      if (decodeUtf8(given) !== oracle(given)) differing.push(bytes.join());
    };
    check();
    for (const a of edges) {
      check(a);
      for (const b of edges) {
        check(a, b);
        for (const c of later) {
          check(a, b, c);
          for (const d of later) check(a, b, c, d);
        }
      }
    }
    expect(differing).to.deep.equal([]);
  });

  it("keeps a byte order mark, and text that is longer than a piece", () => {
    const text = `\ufeff${"é𝄞a".repeat(5000)}`;
    expect(decodeUtf8(encodeUtf8(text)) === text).to.equal(true);
  });
});

describe("Latin-1", () => {
  it("gives each byte its own character", () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, i) => i);
    expect(decodeLatin1(bytes)).to.equal(Buffer.from(bytes).toString("latin1"));
  });
});
