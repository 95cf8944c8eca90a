/** An engine, as this command sees it. */
import type { Findings } from "./tell.ts";

/** One program in one engine. */
export interface Run {
  /** The facts that are told from the engine's other runs. */
  readonly as: string;
  readonly run: () => Promise<Findings>;
}

export interface Engine {
  readonly name: string;
  readonly version: string;
  /** Runs of the golden cases, which give hashes. */
  readonly hashes: readonly Run[];
  /** Runs of the programs for realms, which give "ok" for each check that holds. */
  readonly checks: readonly Run[];
}

export interface Candidate {
  readonly name: string;
  /** Finds it, or brings it; undefined if it cannot be had. */
  readonly find: () => Promise<Engine | undefined>;
}
