/** Files that break the format, each with what an error must say about it. */
import { malformedTensors } from "./malformed-tensors.ts";
import { malformedText } from "./malformed-text.ts";

export interface Malformed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The message without the name of the call. */
  readonly message: string;
}

export const malformed: readonly Malformed[] = [...malformedText, ...malformedTensors];
