/** A training run in a file: the parameters, the state of the rule, and the rule's name. */
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { templateOf, valuesToFlat, type Values } from "ndarray-params";
import { open, save } from "ndarray-params/checkpoint";
import type { SavedState } from "ndarray-params/optimize";

/** Saves a run. The file before it stays as `file.~1~`, `file.~2~`, … until the next save. */
export async function store(
  file: string,
  rule: string,
  parameters: NdArray<Float64Array>,
  state: SavedState,
): Promise<void> {
  const values = { parameters, state } as Values;
  const metadata = { rule };
  await save(file, valuesToFlat(values)[0], templateOf(values), { keep: 2, metadata });
}

/** Sets the parameters to those of the file and returns the state of the rule. */
export async function restore(
  file: string,
  rule: string,
  parameters: NdArray<Float64Array>,
): Promise<SavedState> {
  const { views, metadata } = await open(file);
  const { rule: own } = metadata;
  if (own !== rule) throw new RangeError(`${file} is a run of ${own}: give --optimizer ${own}`);
  const saved = views as unknown as { parameters: NdArray; state: SavedState };
  ops.assign(parameters, saved.parameters);
  return saved.state;
}
