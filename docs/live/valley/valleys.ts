/** Three functions of the plane with their gradients, by products alone: the same bits everywhere. */
export interface Valley {
  readonly name: string;
  readonly source: string;
  /** The part of the plane that is shown. */
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly start: readonly [x: number, y: number];
  readonly minima: readonly (readonly [x: number, y: number])[];
  /** Returns f and writes its gradient. */
  readonly f: (at: ArrayLike<number>, gradient: { [i: number]: number }) => number;
}

/** f = 100·(y - x²)² + (1 - x)² */
const rosenbrock: Valley = {
  name: "Rosenbrock",
  source: "Rosenbrock 1960",
  x: [-2, 2],
  y: [-1, 3],
  start: [-1.2, 1],
  minima: [[1, 1]],
  f: (at, gradient) => {
    const [x, y] = [at[0]!, at[1]!];
    const bend = y - x * x;
    gradient[0] = -400 * x * bend - 2 * (1 - x);
    gradient[1] = 200 * bend;
    return 100 * bend * bend + (1 - x) * (1 - x);
  },
};

/** f = (x² + y - 11)² + (x + y² - 7)² */
const himmelblau: Valley = {
  name: "Himmelblau",
  source: "Himmelblau 1972",
  x: [-5, 5],
  y: [-5, 5],
  start: [-0.5, -1],
  minima: [
    [3, 2],
    [-2.805118, 3.131313],
    [-3.77931, -3.283186],
    [3.584428, -1.848127],
  ],
  f: (at, gradient) => {
    const [x, y] = [at[0]!, at[1]!];
    const [a, b] = [x * x + y - 11, x + y * y - 7];
    gradient[0] = 4 * x * a + 2 * b;
    gradient[1] = 2 * a + 4 * y * b;
    return a * a + b * b;
  },
};

/** f = (1.5 - x + x·y)² + (2.25 - x + x·y²)² + (2.625 - x + x·y³)² */
const beale: Valley = {
  name: "Beale",
  source: "Beale 1958",
  x: [-0.5, 4.5],
  y: [-1.5, 1.5],
  start: [1, 1],
  minima: [[3, 0.5]],
  f: (at, gradient) => {
    const [x, y] = [at[0]!, at[1]!];
    const [a, b, c] = [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y];
    gradient[0] = 2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1));
    gradient[1] = 2 * x * (a + 2 * b * y + 3 * c * y * y);
    return a * a + b * b + c * c;
  },
};

export const valleys = { rosenbrock, himmelblau, beale } as const;

export type ValleyName = keyof typeof valleys;
