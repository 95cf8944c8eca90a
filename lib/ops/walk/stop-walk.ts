/** A kernel returns this when the answer is known, and the walk ends. */
export const STOP: unknown = {};
