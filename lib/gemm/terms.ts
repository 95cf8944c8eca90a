/** A sum is added up in chunks of so many terms: each alone, in order, then the chunks in order. */
export const TERMS = 1024;
