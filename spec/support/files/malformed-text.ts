/** Files with a wrong length, text that is not strict JSON, or names that come twice. */
import type { Malformed } from "./malformed.ts";
import { fields, fileOf, good, shaped, tensor } from "./safetensors.ts";

/** A file of 32 bytes that claims a header of any length. */
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

export const malformedText: readonly Malformed[] = [
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
    message: 'header: needed a string for metadata, got "{\\"a\\":{\\"a\\":{\\"", at character 21',
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
    message: `header: needed a string for metadata, got ${JSON.stringify(`${value}}}`)}, at character 21`,
  })),
  {
    name: "metadata that is no object",
    bytes: fileOf('{"__metadata__":null}'),
    message: "header: needed '{', got \"null}\", at character 16",
  },
];
