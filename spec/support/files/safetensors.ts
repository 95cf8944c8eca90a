/** Files made by hand, and a reader that is as naive as the format allows. */

/** A file of any header and data. */
export function fileOf(header: string | Uint8Array, data: Uint8Array | number = 0): Uint8Array {
  const text = typeof header === "string" ? Buffer.from(header) : header;
  const bytes = Buffer.alloc(8 + text.length);
  bytes.writeBigUInt64LE(BigInt(text.length));
  bytes.set(text, 8);
  const body = typeof data === "number" ? new Uint8Array(data) : data;
  return new Uint8Array(Buffer.concat([bytes, body]));
}

/** A tensor of a header, as text. */
export const tensor = (name: string, dtype: string, shape: string, begin: number, end: number) =>
  `${JSON.stringify(name)}:{"dtype":"${dtype}","shape":[${shape}],"data_offsets":[${begin},${end}]}`;

/** A tensor of 8 bytes, as text. */
export const good = tensor("w", "F64", "1", 0, 8);

/** A file in which one tensor of 8 bytes has these fields. */
export const fields = (text: string): Uint8Array => fileOf(`{"w":{${text}}}`, 8);

/** A file in which one tensor of 8 bytes has this shape. */
export const shaped = (shape: string): Uint8Array =>
  fields(`"dtype":"F64","shape":${shape},"data_offsets":[0,8]`);

interface Info {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** Reads names, shapes and bytes by JSON.parse and slice, in the order of the header. */
export function readNaively(bytes: Uint8Array): {
  tensors: { name: string; dtype: string; shape: readonly number[]; data: ArrayBuffer }[];
  metadata: Record<string, string> | undefined;
} {
  const { buffer } = new Uint8Array(bytes);
  const length = Number(new DataView(buffer).getBigUint64(0, true));
  const text = Buffer.from(buffer, 8, length).toString();
  const { __metadata__: metadata, ...infos } = JSON.parse(text);
  const tensors = Object.entries<Info>(infos).map(([name, { dtype, shape, data_offsets }]) => {
    const [begin, end] = data_offsets;
    return { name, dtype, shape, data: buffer.slice(8 + length + begin, 8 + length + end) };
  });
  return { tensors, metadata };
}
