/**
 * UTF-8 of our own, because TextEncoder and TextDecoder are no part of JavaScript: jsdom and bare
 * `vm` contexts lack them, and browsers refuse to decode shared memory.
 */

/** The first byte of a character, by the number of bytes after it. */
const LEADS: readonly number[] = [0, 0xc0, 0xe0, 0xf0];

/** The lowest character, by the number of bytes after the first. */
const LEAST: readonly number[] = [0, 0x80, 0x800, 0x10000];

/** The bytes of a text in which each surrogate has its partner. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(utf8Length(text));
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!;
    const more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[next++] = LEADS[more]! | (point >> (6 * more));
    for (let k = more - 1; k >= 0; k--) bytes[next++] = 0x80 | ((point >> (6 * k)) & 0x3f);
    if (more === 3) i++; // such a character is two code units
  }
  return bytes;
}

/** The number of bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let byteLength = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isHalf = unit >> 11 === 0x1b;
    byteLength += 1 + Number(unit > 0x7f) + Number(unit > 0x7ff) - Number(isHalf);
  }
  return byteLength;
}

/** How many code units become a piece of text at a time. */
const PIECE = 4096;

/**
 * The text of bytes; undefined if they are not well-formed. As the Unicode Standard asks (table
 * 3-7), a form that is longer than needed and a surrogate are refused.
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  const units = new Uint16Array(PIECE);
  const { length } = bytes;
  let text = "";
  let used = 0;
  for (let i = 0; i < length;) {
    if (used > PIECE - 2) {
      text += textOfUnits(units, used);
      used = 0;
    }
    const lead = bytes[i++]!;
    if (lead < 0x80) {
      units[used++] = lead;
      continue;
    }
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (lead < 0xc0 || lead > 0xf7 || i + more > length) return undefined;
    let point = lead & (0x3f >> more);
    for (const end = i + more; i < end; i++) {
      if (bytes[i]! >> 6 !== 2) return undefined;
      point = (point << 6) | (bytes[i]! & 0x3f);
    }
    if (point < LEAST[more]! || point > 0x10ffff || point >> 11 === 0x1b) return undefined;
    if (point < 0x10000) units[used++] = point;
    else {
      units[used++] = 0xd7c0 + (point >> 10);
      units[used++] = 0xdc00 | (point & 0x3ff);
    }
  }
  return text + textOfUnits(units, used);
}

/** The text of bytes that each stand for the character of that number, as in Latin-1. */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += PIECE) {
    const units = Uint16Array.from(bytes.subarray(i, i + PIECE));
    text += textOfUnits(units, units.length);
  }
  return text;
}

const textOfUnits = (units: Uint16Array, length: number): string =>
  String.fromCharCode.apply(undefined, units.subarray(0, length) as unknown as number[]);
