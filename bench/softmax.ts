/**
 * Times what follows the product in a classifier of 10 classes: bias, softmax, loss, error and column
 * sums, by `softmaxCrossEntropy` and by NumPy. Every call begins with a copy of the scores.
 *
 *     npm run bench -- softmax
 */
import ndarray from "ndarray";
import { arena, softmaxCrossEntropy } from "ndarray-params/softmax";
import { compare, printMachine, timed } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";

const k = 10;

const numpySetup = (n: number, dtype: string): string => `
S = (np.sin(np.arange(${n * k}) * 1.7) * 3).reshape(${n}, ${k}).astype("${dtype}")
P, b, db = S.copy(), (np.arange(${k}) / 10).astype("${dtype}"), np.empty(${k}, "${dtype}")
rows, labels = np.arange(${n}), np.arange(${n}) * 7 % ${k}
def step():
    P[...] = S
    np.add(P, b, out=P)
    np.subtract(P, P.max(axis=1, keepdims=True), out=P)
    np.exp(P, out=P)
    np.divide(P, P.sum(axis=1, keepdims=True), out=P)
    loss = -np.log(P[rows, labels]).mean()
    P[rows, labels] -= 1
    np.multiply(P, ${1 / n}, out=P)
    np.sum(P, axis=0, out=db)
    return loss
`;

printMachine();
const numpy = numpyVersion();
if (numpy === undefined) console.log("python3 has no NumPy: without that line\n");
for (const Type of [Float64Array, Float32Array]) {
  const dtype = Type === Float64Array ? "float64" : "float32";
  for (const n of [1, 100, 1000, 10_000]) {
    const calls = Math.ceil(2000 / n);
    const scores = new Type(n * k).map((_, i) => Math.sin(i * 1.7) * 3);
    const labels = Uint8Array.from({ length: n }, (_, i) => (i * 7) % k);
    const options = {
      bias: new Type(k).map((_, j) => j / 10),
      biasGradient: new Type(k),
    };
    const { float64, float32 } = arena(2 ** 20);
    const step = (data: Float64Array | Float32Array) => {
      const e = ndarray(data, [n, k]);
      return (): void => {
        data.set(scores);
        softmaxCrossEntropy(e, labels, options);
      };
    };
    const python =
      numpy === undefined
        ? undefined
        : numpyContestants(numpySetup(n, dtype), {
            [`NumPy ${numpy}`]: { statement: "step()", calls },
          });
    await compare(
      `${dtype}, ${n} x ${k}`,
      [
        ...(python?.contestants ?? []),
        timed("an ordinary array", step(new Type(n * k)), calls),
        timed("an arena", step(Type === Float64Array ? float64(n * k) : float32(n * k)), calls),
      ],
      { unit: "us", rounds: 31 },
    );
    python?.close();
  }
}
