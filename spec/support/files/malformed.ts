/** Files that are none, each with what is to be said of it. */
import { fileOf, tensor } from "./safetensors.ts";

export interface Malformed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** After the call's name. */
  readonly message: string;
}

/** A file of 8 bytes of data that claims a header of any length. */
function claiming(length: bigint): Uint8Array {
  const bytes = new Uint8Array(32).fill(0x20);
  new DataView(bytes.buffer).setBigUint64(0, length, true);
  return bytes;
}

const begins = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join(" ");

const tooLong = (length: bigint): Malformed => ({
  name: `a header of ${length} bytes`,
  bytes: claiming(length),
  message: `a header has at most 100000000 bytes, got ${length}; the file begins ${begins(claiming(length))}`,
});

/** A header in which one tensor of 8 bytes has these fields. */
const fields = (text: string): Uint8Array => fileOf(`{"w":{${text}}}`, 8);
const shaped = (shape: string): Uint8Array =>
  fields(`"dtype":"F64","shape":${shape},"data_offsets":[0,8]`);
const placed = (offsets: string): Uint8Array =>
  fields(`"dtype":"F64","shape":[1],"data_offsets":${offsets}`);
const typed = (dtype: string): Uint8Array =>
  fields(`"dtype":${dtype},"shape":[1],"data_offsets":[0,8]`);
const good = tensor("w", "F64", "1", 0, 8);
const pair = (a: [number, number], b: [number, number], size: number): Uint8Array => {
  const [first, second] = [a, b].map(([begin, end], i) =>
    tensor("ab"[i]!, "F64", String((end - begin) / 8), begin, end),
  );
  return fileOf(`{${first},${second}}`, size);
};

export const malformed: readonly Malformed[] = [
  // The length.
  { name: "nothing", bytes: new Uint8Array(), message: "the header's length takes 8 bytes, got 0" },
  {
    name: "seven bytes",
    bytes: new Uint8Array(7),
    message: "the header's length takes 8 bytes, got 7",
  },
  tooLong(100_000_001n),
  tooLong(2n ** 32n),
  tooLong(2n ** 53n + 1n),
  tooLong(2n ** 63n),
  tooLong(2n ** 64n - 1n),
  {
    name: "a header past the file's end",
    bytes: claiming(25n),
    message: "the header ends at byte 33, the file has 32",
  },
  {
    name: "a header of the longest length in a short file",
    bytes: claiming(100_000_000n),
    message: "the header ends at byte 100000008, the file has 32",
  },
  {
    name: "a header of no bytes",
    bytes: claiming(0n),
    message: "header: it must begin with '{', got \"\"",
  },
  {
    name: "a git-lfs pointer",
    bytes: Buffer.from(
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12\n",
    ),
    message:
      "a header has at most 100000000 bytes, got 2336927755350992246; the file begins as a git-lfs pointer: fetch the file it points to",
  },
  {
    name: "an HTML error page",
    bytes: Buffer.from("<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head></html>"),
    message:
      'a header has at most 100000000 bytes, got 5789751444030890300; the file begins "<!DOCTYPE html>\\n<html><head><title>404 Not Found"',
  },
  {
    name: "a zip, as PyTorch's own files are",
    bytes: Buffer.from("504b03040000080800000000", "hex"),
    message:
      "a header has at most 100000000 bytes, got 578712552184433488; the file begins 50 4b 03 04 00 00 08 08",
  },
  // The text.
  {
    name: "a header that is not UTF-8",
    bytes: fileOf(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])),
    message: "header: it is not UTF-8",
  },
  {
    name: "a character that ends early",
    bytes: fileOf(Buffer.from([0x7b, 0x22, 0xc3, 0x22, 0x7d])),
    message: "header: it is not UTF-8",
  },
  {
    name: "a byte order mark",
    bytes: fileOf("\ufeff{}"),
    message: "header: it must begin with '{', got \"\ufeff{}\"",
  },
  {
    name: "white space first",
    bytes: fileOf(" {}"),
    message: "header: it must begin with '{', got \" {}\"",
  },
  {
    name: "a list",
    bytes: fileOf("[]"),
    message: "header: it must begin with '{', got \"[]\"",
  },
  {
    name: "an open header",
    bytes: fileOf("{"),
    message: "header: needed a name, got its end, at character 1",
  },
  {
    name: "a header after the header",
    bytes: fileOf("{}{}"),
    message: 'header: needed the end of the header, got "{}", at character 2',
  },
  {
    name: "zeros for spaces at its end",
    bytes: fileOf("{}\0\0"),
    message: 'header: needed the end of the header, got "\\u0000\\u0000", at character 2',
  },
  {
    name: "a comma at its end",
    bytes: fileOf(`{${good},}`, 8),
    message: 'header: needed a name, got "}", at character 54',
  },
  {
    name: "no comma",
    bytes: fileOf(`{${good}${tensor("v", "F64", "0", 8, 8)}}`, 8),
    message: 'header: needed \',\' or \'}\', got "\\"v\\":{\\"dtype\\"", at character 53',
  },
  {
    name: "no colon",
    bytes: fileOf('{"w"}'),
    message: "header: needed ':', got \"}\", at character 4",
  },
  {
    name: "a name without quotes",
    bytes: fileOf("{w:1}"),
    message: 'header: needed a name, got "w:1}", at character 1',
  },
  {
    name: "a name in single quotes",
    bytes: fileOf("{'w':1}"),
    message: "header: needed a name, got \"'w':1}\", at character 1",
  },
  {
    name: "a name without an end",
    bytes: fileOf('{"w\\"}'),
    message: "header: a string without an end, at character 1",
  },
  {
    name: "a control character in a name",
    bytes: fileOf('{"w\n":{}}'),
    message: "header: a malformed string, at character 1",
  },
  {
    name: "an unknown escape",
    bytes: fileOf('{"\\x41":{}}'),
    message: "header: a malformed string, at character 1",
  },
  {
    name: "half of a character, escaped",
    bytes: fileOf('{"\\ud800":{}}'),
    message: "header: a malformed string, at character 1",
  },
  {
    name: "a comment",
    bytes: fileOf("{/**/}"),
    message: 'header: needed a name, got "/**/}", at character 1',
  },
  {
    name: "deep JSON for a tensor",
    bytes: fileOf(`{"w":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
    message: "header: needed '{', got \"[[[[[[[[[[[[\", at character 5",
  },
  {
    name: "deep JSON for a shape",
    bytes: shaped(`${"[".repeat(100_000)}${"]".repeat(100_000)}`),
    message: 'header: needed non-negative integers for shape, got "[[[[[[[[[[[[", at character 29',
  },
  {
    name: "deep JSON for metadata",
    bytes: fileOf(`{"__metadata__":${'{"a":'.repeat(100_000)}`),
    message:
      'header: needed a string, as metadata is, got "{\\"a\\":{\\"a\\":{\\"", at character 21',
  },
  // The names.
  {
    name: "two tensors of one name",
    bytes: fileOf(`{${good},${good}}`, 8),
    message: 'header: the name "w" comes a second time, at character 54',
  },
  {
    name: "two tensors of one name after unescaping",
    bytes: fileOf(`{${good},"\\u0077":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}`, 8),
    message: 'header: the name "w" comes a second time, at character 54',
  },
  {
    name: "two fields of one name",
    bytes: fields('"dtype":"F64","shape":[1],"shape":[1],"data_offsets":[0,8]'),
    message: 'header: the name "shape" comes a second time, at character 32',
  },
  {
    name: "two fields of one name after unescaping",
    bytes: fields('"dtype":"F64","shape":[1],"sh\\u0061pe":[1],"data_offsets":[0,8]'),
    message: 'header: the name "shape" comes a second time, at character 32',
  },
  {
    name: "metadata twice",
    bytes: fileOf('{"__metadata__":{},"__metadata__":{}}'),
    message: 'header: the name "__metadata__" comes a second time, at character 19',
  },
  {
    name: "two metadata of one name",
    bytes: fileOf('{"__metadata__":{"a":"1","\\u0061":"2"}}'),
    message: 'header: the name "a" comes a second time, at character 25',
  },
  {
    name: "two tensors called __proto__",
    bytes: fileOf(`{${good.replace("w", "__proto__")},${good.replace("w", "__proto__")}}`, 8),
    message: 'header: the name "__proto__" comes a second time, at character 62',
  },
  // Metadata.
  ...(["1", "null", "true", "{}", '["a"]'] as const).map((value) => ({
    name: `metadata of ${value}`,
    bytes: fileOf(`{"__metadata__":{"a":${value}}}`),
    message: `header: needed a string, as metadata is, got ${JSON.stringify(`${value}}}`)}, at character 21`,
  })),
  {
    name: "metadata that is no object",
    bytes: fileOf('{"__metadata__":null}'),
    message: "header: needed '{', got \"null}\", at character 16",
  },
  // The fields.
  {
    name: "a tensor that is a number",
    bytes: fileOf('{"w":1}'),
    message: "header: needed '{', got \"1}\", at character 5",
  },
  {
    name: "a tensor called constructor that is null",
    bytes: fileOf('{"constructor":null}'),
    message: "header: needed '{', got \"null}\", at character 15",
  },
  {
    name: "a tensor without fields",
    bytes: fileOf('{"w":{}}'),
    message: 'header: tensor "w" must have dtype, shape and data_offsets, at character 7',
  },
  {
    name: "a tensor without a dtype",
    bytes: fields('"shape":[1],"data_offsets":[0,8]'),
    message: 'header: tensor "w" must have dtype, shape and data_offsets, at character 39',
  },
  {
    name: "a tensor without a shape",
    bytes: fields('"dtype":"F64","data_offsets":[0,8]'),
    message: 'header: tensor "w" must have dtype, shape and data_offsets, at character 41',
  },
  {
    name: "a tensor without offsets",
    bytes: fields('"dtype":"F64","shape":[1]'),
    message: 'header: tensor "w" must have dtype, shape and data_offsets, at character 32',
  },
  {
    name: "a tensor with another field",
    bytes: fields('"dtype":"F64","shape":[1],"data_offsets":[0,8],"__proto__":1'),
    message: 'header: tensor "w" has the unknown field "__proto__", at character 65',
  },
  // The dtype.
  ...["F128", "f64", "constructor", "__proto__", ""].map((dtype) => ({
    name: `the dtype ${JSON.stringify(dtype)}`,
    bytes: typed(JSON.stringify(dtype)),
    message: `header: tensor "w": unknown dtype ${JSON.stringify(dtype)}`,
  })),
  {
    name: "a dtype that is a number",
    bytes: typed("64"),
    message: 'header: needed a string for dtype, got "64,\\"shape\\":[", at character 14',
  },
  // The shape.
  ...["-1", "1.5", "1.0", "1e0", '"1"', "null", "true", "01", "+1", "9007199254740992"].map(
    (axis) => ({
      name: `an axis of ${axis}`,
      bytes: shaped(`[${axis}]`),
      message: `header: needed non-negative integers for shape, got ${JSON.stringify(`${axis}],"data_offsets`.slice(0, 12))}, at character 29`,
    }),
  ),
  {
    name: "a shape that is a number",
    bytes: shaped("1"),
    message:
      'header: needed non-negative integers for shape, got "1,\\"data_offs", at character 28',
  },
  {
    name: "a shape with a comma at its end",
    bytes: shaped("[1,]"),
    message:
      'header: needed non-negative integers for shape, got "],\\"data_offs", at character 31',
  },
  {
    name: "a shape that is too large",
    bytes: shaped("[2]"),
    message: 'header: tensor "w": F64 [2] takes 16 bytes, data_offsets span 8',
  },
  {
    name: "a shape that is too small",
    bytes: shaped("[0]"),
    message: 'header: tensor "w": F64 [0] takes 0 bytes, data_offsets span 8',
  },
  {
    name: "a shape whose product overflows to 1 in 64 bits",
    bytes: shaped("[4294967297,4294967297,1]"),
    message: `header: tensor "w": F64 [4294967297, 4294967297, 1] takes ${4294967297 ** 2 * 8} bytes, data_offsets span 8`,
  },
  {
    name: "a shape whose product overflows to infinity",
    bytes: shaped(`[${Array(30).fill("9007199254740991").join()}]`),
    message: `header: tensor "w": F64 [${Array(30).fill("9007199254740991").join(", ")}] takes Infinity bytes, data_offsets span 8`,
  },
  {
    name: "rank 33",
    bytes: shaped(`[${Array(33).fill(1).join()}]`),
    message: 'header: tensor "w": rank must be at most 32, got 33',
  },
  {
    name: "rank 1000",
    bytes: shaped(`[${Array(1000).fill(1).join()}]`),
    message: 'header: tensor "w": rank must be at most 32, got 1000',
  },
  {
    name: "half bytes",
    bytes: fileOf(`{${tensor("w", "F4", "3", 0, 2)}}`, 2),
    message: 'header: tensor "w": F4 [3] takes 1.5 bytes, data_offsets span 2',
  },
  // The offsets.
  ...['["0","8"]', "[0,8.5]", "[-8,0]", "[0,9007199254740992]", "[0,1e1]", "[true,8]", "{}"].map(
    (offsets) => ({
      name: `offsets of ${offsets}`,
      bytes: placed(offsets),
      message: `header: needed non-negative integers for data_offsets, got ${offsetFault(offsets)}`,
    }),
  ),
  {
    name: "one offset",
    bytes: placed("[8]"),
    message: 'header: tensor "w": data_offsets must be two integers, got 1',
  },
  {
    name: "three offsets",
    bytes: placed("[0,8,8]"),
    message: 'header: tensor "w": data_offsets must be two integers, got 3',
  },
  {
    name: "offsets that decrease",
    bytes: placed("[8,0]"),
    message: 'header: tensor "w": data_offsets must not decrease, got [8, 0]',
  },
  {
    name: "offsets past the file's end",
    bytes: placed("[8,16]"),
    message: 'header: tensor "w": its data ends at 16, the file\'s data at 8',
  },
  {
    name: "the highest offsets",
    bytes: placed("[9007199254740983,9007199254740991]"),
    message: 'header: tensor "w": its data ends at 9007199254740991, the file\'s data at 8',
  },
  // The cover.
  {
    name: "tensors that overlap",
    bytes: pair([0, 16], [8, 24], 24),
    message: 'header: tensor "b": its data begins at 8, which overlaps what ends at 16',
  },
  {
    name: "two tensors of the same bytes",
    bytes: pair([0, 8], [0, 8], 8),
    message: 'header: tensor "b": its data begins at 0, which overlaps what ends at 8',
  },
  {
    name: "an empty tensor inside another",
    bytes: pair([0, 16], [8, 8], 16),
    message: 'header: tensor "b": its data begins at 8, which overlaps what ends at 16',
  },
  {
    name: "a hole",
    bytes: pair([0, 8], [16, 24], 24),
    message: 'header: tensor "b": its data begins at 16, which leaves a hole from 8',
  },
  {
    name: "a hole at the beginning",
    bytes: pair([16, 24], [8, 16], 24),
    message: 'header: tensor "b": its data begins at 8, which leaves a hole from 0',
  },
  {
    name: "bytes after the last tensor",
    bytes: fileOf(`{${good}}`, 9),
    message: "the header describes a file of 70 bytes, the file has 71",
  },
  {
    name: "bytes after no tensor",
    bytes: fileOf("{}", 1),
    message: "the header describes a file of 10 bytes, the file has 11",
  },
];

/** Where the integers end, in a file of `placed`. */
function offsetFault(offsets: string): string {
  const fault = /^\[(?:0,)?/.exec(offsets)?.[0].length ?? 0;
  const rest = `${offsets}}}`.slice(fault, fault + 12);
  return `${JSON.stringify(rest)}, at character ${47 + fault}`;
}
