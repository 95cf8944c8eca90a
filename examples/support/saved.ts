/** A training run in a file: the parameters and the state of the rule. */
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { templateOf, valuesToFlat, type Values } from "ndarray-params";
import { open, save } from "ndarray-params/checkpoint";
import type { SavedState } from "ndarray-params/optimize";

export async function store(
  file: string,
  parameters: NdArray<Float64Array>,
  state: SavedState,
): Promise<void> {
  const values = { parameters, state } as Values;
  await save(file, valuesToFlat(values)[0], templateOf(values), { keep: 2 });
}

/** Sets the parameters to those of the file and returns the state of the rule. */
export async function restore(
  file: string,
  parameters: NdArray<Float64Array>,
): Promise<SavedState> {
  const { views } = await open(file);
  const saved = views as unknown as { parameters: NdArray; state: SavedState };
  ops.assign(parameters, saved.parameters);
  return saved.state;
}
