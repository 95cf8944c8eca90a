/** The checksum of zip files: CRC-32 with the polynomial 0xedb88320 (ISO 3309). */

interface NodeGlobals {
  readonly process?: {
    readonly getBuiltinModule?: (name: "node:zlib") => {
      readonly crc32?: (bytes: Uint8Array) => number;
    };
  };
}

/** Node's own function is ten times as fast; other runtimes may lack it. */
export function crc32(bytes: Uint8Array): number {
  const { process } = globalThis as NodeGlobals;
  const ofNode = process?.getBuiltinModule?.("node:zlib").crc32;
  return ofNode === undefined ? crcByTable(bytes) : ofNode(bytes);
}

let table: Uint32Array | undefined;

/** The same, byte by byte. */
function crcByTable(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = (byte >>> 1) ^ (byte & 1 ? 0xedb88320 : 0);
    return byte;
  });
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}
