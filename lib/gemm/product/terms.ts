/**
 * A long sum is cut into chunks of so many terms: each is summed alone, then their sums are added,
 * all in order. So its parts can be made anywhere, and its error grows with k / TERMS + TERMS
 * instead of with k. Fixed: the bits of every result depend on it.
 */
export const TERMS = 1024;
