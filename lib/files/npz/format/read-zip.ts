/**
 * The files of a zip, found by the directory at its end (PKWARE's APPNOTE 6.3, sections 4.3.7,
 * 4.3.12 and 4.3.16). fflate's own walk of the directory trusts every offset, and never ends on
 * some damaged files; here each is checked first, and fflate only decompresses.
 */
import { inflateSync } from "fflate";
import { nameOf } from "../../../internal/messages.ts";
import { decodeLatin1, decodeUtf8 } from "../../internal/utf8.ts";
import { crc32 } from "../../../internal/crc-32.ts";

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/** Deflate makes at most 258 bytes of two bits. */
const MOST_PER_BYTE = 1032;

/** The files of a zip by name, each decompressed and checked when it is asked for. */
export function readZip(call: string, bytes: Uint8Array): Map<string, () => Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number): number => view.getUint16(at, true);
  const u32 = (at: number): number => view.getUint32(at, true);
  const check = (holds: boolean, fault: string): void => {
    if (!holds) throw new RangeError(`${call}: ${fault}`);
  };

  const end = endOf(u16, u32, bytes.byteLength);
  check(end !== undefined, "a zip ends with its directory, and this file does not");
  const [count, start] = [u16(end! + 10), u32(end! + 16)];
  const large = "a zip of more than 4 GiB or 65,534 files is not read here";
  check(count !== 0xffff && start !== 0xffffffff, large);
  const files = new Map<string, () => Uint8Array>();
  let at = start;
  let compressed = 0;
  for (let i = 0; i < count; i++) {
    const isEntry = at + 46 <= end! && u32(at) === DIRECTORY;
    check(isEntry, `the zip's directory is damaged at byte ${at}`);
    const [method, size, whole] = [u16(at + 10), u32(at + 20), u32(at + 24)];
    const next = at + 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
    check(next <= end!, `the zip's directory is damaged at byte ${at}`);
    const raw = bytes.subarray(at + 46, at + 46 + u16(at + 28));
    const name = decodeUtf8(raw) ?? decodeLatin1(raw);
    const fault = (text: string): string => `${nameOf(name)}: ${text}`;
    check(!files.has(name), `two files are called ${nameOf(name)}`);
    check(size !== 0xffffffff && whole !== 0xffffffff, large);
    check((u16(at + 8) & 1) === 0, fault("it is encrypted"));
    check(method === 0 || method === 8, fault(`compression must be 0 or 8, got ${method}`));
    const local = u32(at + 42);
    const isFile = local + 30 <= start && u32(local) === LOCAL;
    const begin = isFile ? local + 30 + u16(local + 26) + u16(local + 28) : Infinity;
    compressed += size; // files that overlap would take more than the zip has
    check(begin + size <= start && compressed <= start, fault("its data are not in the zip"));
    const most = method === 0 ? size : size * MOST_PER_BYTE;
    check(whole <= most, fault(`${size} bytes cannot hold ${whole}`));
    const crc = u32(at + 16);
    files.set(name, () => {
      const own = bytes.subarray(begin, begin + size);
      const data = method === 0 ? own : inflate(own, whole, `${call}: ${nameOf(name)}`);
      check(data.length === whole && crc32(data) === crc, fault("its bytes are damaged"));
      return data;
    });
    at = next;
  }
  return files;
}

type Read = (at: number) => number;

/** The place of the end record. Only a comment may follow it. */
function endOf(u16: Read, u32: Read, length: number): number | undefined {
  const last = length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (u32(at) === END && at + END_LENGTH + u16(at + 20) === length) return at;
  }
  return undefined;
}

function inflate(compressed: Uint8Array, size: number, place: string): Uint8Array {
  try {
    return inflateSync(compressed, { out: new Uint8Array(size) });
  } catch (cause) {
    throw new RangeError(`${place}: its bytes are damaged`, { cause });
  }
}
