/**
 * The grammar of a header's text:
 *
 *     header    = { "__metadata__": { name: string, … }, name: tensor, … }
 *     tensor    = { "dtype": string, "shape": integers, "data_offsets": integers }
 *
 * The members of an object may come in any order; no others are allowed.
 */
import { nameOf } from "../../../internal/messages.ts";
import { Scanner } from "./json-scanner.ts";

/** The fields of a tensor as they are written. */
export interface Fields {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly offsets: readonly number[];
}

export interface HeaderText {
  readonly tensors: ReadonlyMap<string, Fields>;
  readonly metadata: Readonly<Record<string, string>>;
}

export function readHeaderText(call: string, text: string): HeaderText {
  const scanner = new Scanner(call, text, "header");
  const tensors = new Map<string, Fields>();
  const metadata: Record<string, string> = Object.create(null);
  scanner.object((name) => {
    if (name === "__metadata__") {
      scanner.object((key) => {
        metadata[key] = scanner.string("a string for metadata");
      });
    } else {
      tensors.set(name, readFields(scanner, name));
    }
  });
  scanner.end();
  return { tensors, metadata: Object.freeze(metadata) };
}

function readFields(scanner: Scanner, name: string): Fields {
  let dtype: string | undefined;
  let shape: number[] | undefined;
  let offsets: number[] | undefined;
  scanner.object((field) => {
    if (field === "dtype") dtype = scanner.string("a string for dtype");
    else if (field === "shape") shape = scanner.integers("non-negative integers for shape");
    else if (field === "data_offsets") {
      offsets = scanner.integers("non-negative integers for data_offsets");
    } else scanner.fail(`tensor ${nameOf(name)} has the unknown field ${nameOf(field)}`);
  });
  if (dtype === undefined || shape === undefined || offsets === undefined) {
    return scanner.fail(`tensor ${nameOf(name)} must have dtype, shape and data_offsets`);
  }
  return { dtype, shape, offsets };
}
