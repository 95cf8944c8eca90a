/** Files whose header is JSON, but whose tensors are not what the format allows. */
import type { Malformed } from "./malformed.ts";
import { fields, fileOf, good, shaped, tensor } from "./safetensors.ts";

const placed = (offsets: string): Uint8Array =>
  fields(`"dtype":"F64","shape":[1],"data_offsets":${offsets}`);
const typed = (dtype: string): Uint8Array =>
  fields(`"dtype":${dtype},"shape":[1],"data_offsets":[0,8]`);
const pair = (a: [number, number], b: [number, number], size: number): Uint8Array => {
  const [first, second] = [a, b].map(([begin, end], i) =>
    tensor("ab"[i]!, "F64", String((end - begin) / 8), begin, end),
  );
  return fileOf(`{${first},${second}}`, size);
};

export const malformedTensors: readonly Malformed[] = [
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
    message: 'header: tensor "b": its data begins at 8, which overlaps the data that ends at 16',
  },
  {
    name: "two tensors of the same bytes",
    bytes: pair([0, 8], [0, 8], 8),
    message: 'header: tensor "b": its data begins at 0, which overlaps the data that ends at 8',
  },
  {
    name: "an empty tensor inside another",
    bytes: pair([0, 16], [8, 8], 16),
    message: 'header: tensor "b": its data begins at 8, which overlaps the data that ends at 16',
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

/** The place at which the integers end, in a file of `placed`. */
function offsetFault(offsets: string): string {
  const fault = /^\[(?:0,)?/.exec(offsets)?.[0].length ?? 0;
  const rest = `${offsets}}}`.slice(fault, fault + 12);
  return `${JSON.stringify(rest)}, at character ${47 + fault}`;
}
