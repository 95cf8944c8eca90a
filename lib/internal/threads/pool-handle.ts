/** A pool of threads as its users hand it over: what `gemmPool` returns. */
export interface Pool {
  readonly ready: Promise<number>;
  readonly close: () => void;
}
