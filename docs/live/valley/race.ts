/** Rules that start at one point and race by evaluations, in the page and in Node. */
import {
  adam,
  conjugateGradient,
  gradientDescent,
  lbfgs,
  rmsProp,
  rprop,
  type End,
  type Info,
  type Objective,
} from "ndarray-params/optimize";
import type { Valley } from "./valleys.ts";

/** The settings of the sliders. */
export interface RaceOptions {
  readonly descentRate: number;
  readonly momentum: number;
  readonly adamRate: number;
  readonly rmsPropRate: number;
}

type Flat = Float64Array;
type Steps = Iterable<Info<Flat>> & { readonly end?: End | undefined };
type Start = (flat: Flat, f: Objective<Flat>, options: RaceOptions) => Steps;

const starts = {
  gradientDescent: (flat, f, { descentRate, momentum }) =>
    gradientDescent(flat, f, { stepRate: descentRate, momentum }),
  rmsProp: (flat, f, { rmsPropRate }) => rmsProp(flat, f, { stepRate: rmsPropRate }),
  adam: (flat, f, { adamRate }) => adam(flat, f, { stepRate: adamRate }),
  rprop: (flat, f) => rprop(flat, f),
  conjugateGradient: (flat, f) => conjugateGradient(flat, f),
  lbfgs: (flat, f) => lbfgs(flat, f),
} as const satisfies Record<string, Start>;

export type Racer = keyof typeof starts;

export const racers = Object.keys(starts) as readonly Racer[];

export interface Track {
  readonly name: Racer;
  /** The points so far, x and y in turn. */
  readonly path: readonly number[];
  readonly evaluations: number;
  readonly iterations: number;
  readonly loss: number;
  /** Why the rule has ended; undefined while it goes on. */
  readonly end: string | undefined;
}

/** A rule has arrived when it has found a value below this one; all three valleys have minima of 0. */
export const ARRIVED = 1e-10;

/** Evaluations after which a rule is taken out of the race. */
export const MOST = 3000;

export interface Race {
  readonly tracks: readonly Track[];
  /** Lets each rule go on as long as it has evaluated less often than this. */
  readonly runTo: (evaluations: number) => void;
  readonly isOver: () => boolean;
}

export function openRace(
  { f }: Valley,
  start: readonly [number, number],
  options: RaceOptions,
): Race {
  const all = racers.map((name) => openTrack(name, f, start, options));
  return {
    tracks: all.map(({ track }) => track),
    runTo: (evaluations) => {
      for (const { track, step } of all) {
        while (track.end === undefined && track.evaluations < Math.min(evaluations, MOST)) step();
        if (track.evaluations >= MOST) track.end ??= `stopped after ${MOST}`;
      }
    },
    isOver: () => all.every(({ track }) => track.end !== undefined),
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function openTrack(
  name: Racer,
  f: Valley["f"],
  start: readonly [number, number],
  options: RaceOptions,
) {
  const flat = Float64Array.from(start);
  const path = [...start];
  const track: Writable<Track> = {
    name,
    path,
    evaluations: 0,
    iterations: 0,
    loss: f(flat, new Float64Array(2)),
    end: undefined,
  };
  const objective: Objective<Flat> = (at, gradient) => {
    track.evaluations++;
    return f(at, gradient);
  };
  const scrap = new Float64Array(2);
  const steps: Steps = starts[name](flat, objective, options);
  const iterator = steps[Symbol.iterator]();
  const step = (): void => {
    try {
      const { done } = iterator.next();
      if (done === true) {
        track.end = steps.end?.reason ?? "ended";
        return;
      }
      track.iterations++;
      path.push(flat[0]!, flat[1]!);
      // The loss where the rule has arrived, which is not counted: the rule has not asked for it.
      track.loss = f(flat, scrap);
      if (track.loss < ARRIVED) track.end = "arrived";
    } catch {
      track.end = "diverged";
    }
  };
  return { track, step };
}
