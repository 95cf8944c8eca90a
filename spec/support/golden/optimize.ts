/** Every rule on small objectives, in float64 and float32: all iterates, all losses. */
import ndarray from "ndarray";
import {
  adadelta,
  adam,
  adamW,
  clipNorm,
  conjugateGradient,
  converged,
  cosineAnnealing,
  decaying,
  gradientDescent,
  lbfgs,
  linearAnnealing,
  minibatches,
  patience,
  rmsProp,
  rprop,
  warmUp,
} from "ndarray-params/optimize";
import {
  dtypes,
  elementsOf,
  floats,
  source,
  viewOf,
  withEnds,
  withExactMath,
  type Cases,
  type Floats,
  type Part,
} from "./draw.ts";
import {
  type Objective,
  hills,
  walled,
  features,
  quadratic,
  regression,
  rosenbrock,
  SAMPLES,
  SIZE,
  softmaxLike,
} from "./objectives.ts";

interface Seen {
  readonly iteration: number;
  readonly loss: number;
  readonly evaluations: number;
}

type Loop = Iterable<Seen>;

const ITERATIONS = 20;

/** Runs a loop for some iterations, or to its end; gives what it said and where it was. */
function trace(loop: Loop, x: Floats, iterations = ITERATIONS): number[] {
  const seen: number[] = [];
  for (const { iteration, loss, evaluations } of loop) {
    seen.push(iteration, loss, evaluations, ...x);
    if (--iterations === 0) break;
  }
  return seen;
}

/** A case: both dtypes, from a drawn start of so many elements. */
const traced = (name: string, size: number, loopOf: (x: Floats) => Loop): Cases => ({
  [`optimize: ${name}`]: () =>
    dtypes.map((dtype) => {
      const x = source(70 + size).into(floats(dtype, size));
      return trace(loopOf(x), x);
    }),
});

/** Searches along lines of several objectives, from starts near and far. */
const searched = (loopOf: (x: Floats, objective: Objective) => Loop): Part[] =>
  dtypes.flatMap((dtype) =>
    [rosenbrock, hills, walled].flatMap((objective) =>
      [0.3, 1, 8, 100].flatMap((far) =>
        [2, 5].map((size) => {
          const scale = objective === walled ? far / 250 : far;
          const x = source(size).into(floats(dtype, size));
          x.forEach((value, i) => (x[i] = value * scale));
          return trace(loopOf(x, objective), x, 40);
        }),
      ),
    ),
  );

/** Samples with their targets; `features` has a row for each. */
const samples = ndarray(features, [SAMPLES, 4]);
const targets = source(63).into(new Float64Array(SAMPLES));

const rates = (size: number, scale: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => scale / (1 + i));

const taken = (schedule: Iterable<number>): number[] => {
  const values: number[] = [];
  for (const value of schedule) if (values.push(value) === 40) break;
  return values;
};

/** The elements of every batch, copied. */
const batchesOf = (batches: Iterable<readonly [typeof samples, Float64Array]>): Part[] =>
  Array.from(batches, ([x, t]) => [x.shape.join(), elementsOf(x), t.slice()]).flat(1);

const plainRules: Cases = {
  ...traced("gradientDescent", 7, (x) => gradientDescent(x, quadratic)),
  ...traced("gradientDescent with momentum", SIZE, (x) =>
    gradientDescent(x, softmaxLike, { stepRate: 0.2, momentum: 0.9 }),
  ),
  ...traced("gradientDescent with Nesterov's momentum", 7, (x) =>
    gradientDescent(x, quadratic, { stepRate: 0.05, momentum: 0.8, nesterov: true }),
  ),
  ...traced("gradientDescent with a rate for each element", 7, (x) =>
    gradientDescent(x, quadratic, {
      stepRate: rates(7, 0.3),
      momentum: linearAnnealing(0, 0.9, 12),
    }),
  ),
  ...traced("gradientDescent with schedules", SIZE, (x) =>
    gradientDescent(x, softmaxLike, { stepRate: warmUp(7, linearAnnealing(0.5, 0.1, 15)) }),
  ),
  ...traced("rmsProp", SIZE, (x) => rmsProp(x, softmaxLike)),
  ...traced("rmsProp with options", 6, (x) =>
    rmsProp(x, rosenbrock, { stepRate: 0.02, decay: 0.8, momentum: 0.5, epsilon: 1e-6 }),
  ),
  ...traced("adadelta", SIZE, (x) => adadelta(x, softmaxLike)),
  ...traced("adadelta with options", 6, (x) =>
    adadelta(x, rosenbrock, { stepRate: 0.9, decay: 0.95, momentum: 0.6, epsilon: 1e-3 }),
  ),
  ...traced("rprop", 6, (x) => rprop(x, rosenbrock)),
  ...traced("rprop with options", SIZE, (x) =>
    rprop(x, softmaxLike, { growStep: 1.3, shrinkStep: 0.4, initialStep: rates(SIZE, 0.2) }),
  ),
  ...traced("gradientDescent in batches", 4, (x) => {
    const batches = minibatches([samples, targets], 4, { random: source(64).unit, epochs: 4 });
    return gradientDescent(x, regression, { batches, stepRate: 0.05, momentum: 0.5 });
  }),
  ...traced("rmsProp in batches in order", 4, (x) => {
    const batches = minibatches([samples, targets], 5, { skip: 1, dropLast: true });
    return rmsProp(x, regression, { batches, stepRate: 0.01 });
  }),
  "optimize: gradientDescent on a strided flat": () =>
    dtypes.flatMap((dtype) => {
      const flat = viewOf<Floats>((size) => floats(dtype, size), [7], "stepped");
      const start = source(65).into(floats(dtype, 7));
      start.forEach((value, i) => flat.set(i, value));
      const objective = (x: typeof flat, g: typeof flat): number => {
        const slope = floats(dtype, 7);
        const loss = quadratic(Float64Array.from(elementsOf(x)), slope);
        slope.forEach((value, i) => g.set(i, value));
        return loss;
      };
      const loop = gradientDescent(flat as never, objective as never, { momentum: 0.7 });
      return trace(loop as Loop, flat.data);
    }),
  "optimize: a state is continued": () =>
    dtypes.flatMap((dtype) => {
      const x = source(66).into(floats(dtype, 7));
      const options = { stepRate: linearAnnealing(0.2, 0.01, 18), momentum: 0.9 };
      const parts: Part[] = [];
      let saved = {};
      for (const info of gradientDescent(x, quadratic, options)) {
        saved = info.state;
        if (info.iteration === 9) break;
      }
      parts.push(trace(gradientDescent(x, quadratic, { ...options, state: saved }), x, 9));
      return parts;
    }),
  "optimize: minibatches in order": () => [
    ...batchesOf(minibatches([samples, targets], 4, { epochs: 2, skip: 1 })),
    ...batchesOf(
      minibatches([samples.transpose(1, 0), targets], 6, {
        axes: [1, 0],
        epochs: 1,
        dropLast: true,
      }),
    ),
  ],
  "optimize: minibatches drawn": () => {
    const { unit: random } = source(67);
    return [
      ...batchesOf(minibatches([samples, targets], 4, { random, epochs: 3 })),
      ...batchesOf(
        minibatches([samples, targets], 5, { random, epochs: 2, skip: 2, dropLast: true }),
      ),
      ...batchesOf(
        minibatches([samples.transpose(1, 0), targets], 3, { random, axes: [1, 0], epochs: 1 }),
      ),
    ];
  },
  "optimize: schedules of + - * /": () => [
    taken(linearAnnealing(0.9, 0.1, 30)),
    taken(warmUp(11, 0.3)),
    taken(warmUp(5, linearAnnealing(1, 0, 7))),
  ],
  "optimize: stops": () => {
    const x = source(68).into(new Float64Array(7));
    const stops = [converged(1e-3), patience({ initial: 10, grow: 1.5, threshold: 0.01 })];
    const first = stops.map(() => 0);
    for (const info of gradientDescent(x, quadratic, { momentum: 0.5 })) {
      stops.forEach((stop, i) => {
        if (stop(info) && first[i] === 0) first[i] = info.iteration;
      });
      if (info.iteration === 300) break;
    }
    return first;
  },
  ...traced("clipNorm", 6, (x) =>
    gradientDescent(x, clipNorm(rosenbrock, 0.5), { stepRate: 0.1, momentum: 0.5 }),
  ),
  ...traced("lbfgs on Rosenbrock's function", 6, (x) => lbfgs(x, rosenbrock)),
  ...traced("lbfgs with a short memory", SIZE, (x) => lbfgs(x, softmaxLike, { memory: 3 })),
  ...traced("conjugateGradient on Rosenbrock's function", 6, (x) =>
    conjugateGradient(x, rosenbrock),
  ),
  ...traced("conjugateGradient on a sum of many", SIZE, (x) => conjugateGradient(x, softmaxLike)),
  ...traced("lbfgs continued", 6, (x) => {
    let saved = {};
    for (const info of lbfgs(x, rosenbrock, { memory: 4 })) {
      saved = info.state;
      if (info.iteration === 7) break;
    }
    return lbfgs(x, rosenbrock, { memory: 4, state: saved });
  }),
};

/** 0.1.0 went on at the noise floor, and took other trials where rounding hides the loss. */
const endingRules: Cases = withEnds({
  ...traced("lbfgs on a quadratic", 7, (x) => lbfgs(x, quadratic)),
  ...traced("conjugateGradient on a quadratic", 7, (x) => conjugateGradient(x, quadratic)),
  "optimize: lbfgs from many starts": () => searched((x, objective) => lbfgs(x, objective)),
  "optimize: conjugateGradient from many starts": () =>
    searched((x, objective) => conjugateGradient(x, objective)),
});

/** 0.1.0 left their powers and cosines to the engine. */
const exactRules: Cases = withExactMath({
  ...traced("adam", SIZE, (x) => adam(x, softmaxLike)),
  ...traced("adam with options", 6, (x) =>
    adam(x, rosenbrock, { stepRate: 0.1, beta1: 0.8, beta2: 0.99, epsilon: 1e-6, momentum: 0.3 }),
  ),
  ...traced("adam with a schedule", SIZE, (x) =>
    adam(x, softmaxLike, { stepRate: warmUp(6, cosineAnnealing(0.1, 0.01, 14)) }),
  ),
  ...traced("adam in batches", 4, (x) => {
    const batches = minibatches([samples, targets], 5, { random: source(69).unit });
    return adam(x, regression, { batches, stepRate: decaying(0.1, 0.95) });
  }),
  ...traced("adamW", SIZE, (x) => adamW(x, softmaxLike)),
  ...traced("adamW with options", 7, (x) =>
    adamW(x, quadratic, {
      stepRate: linearAnnealing(0.1, 0, 25),
      weightDecay: rates(7, 0.5),
      beta1: 0.7,
      beta2: 0.95,
      epsilon: 1e-5,
    }),
  ),
  ...traced("gradientDescent with decaying rates", 7, (x) =>
    gradientDescent(x, quadratic, { stepRate: decaying(0.3, 0.9), momentum: decaying(0.9, 0.97) }),
  ),
  "optimize: schedules of powers and cosines": () => [
    taken(decaying(0.7, 0.93)),
    taken(cosineAnnealing(0.9, 0.1, 30)),
    taken(warmUp(9, cosineAnnealing(1, 0, 25))),
  ],
});

export const rules: Cases = { ...plainRules, ...endingRules, ...exactRules };
