/**
 * One step of Adam beside the same formula in one hand-written loop, NumPy's and tfjs's, and the
 * heap over 100,000 iterations of each first-order rule. `npm install --prefix bench` adds tfjs.
 *
 *     npm run bench -- optimize          steps and heap
 *     npm run bench -- optimize steps    only the steps, or only the heap
 */
import * as optimize from "ndarray-params/optimize";
import { compare, printMachine, timed } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";
import { tensorflowAdam } from "./support/tensorflow-adam.ts";

const [stepRate, beta1, beta2, epsilon] = [1e-3, 0.9, 0.999, 1e-8];

type Floats = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

function filled<D extends Floats>(array: D): D {
  for (let i = 0; i < array.length; i++) array[i] = Math.sin(i);
  return array;
}

function ours(size: number, Data: Float64ArrayConstructor | Float32ArrayConstructor) {
  let isWritten = false;
  /** The same gradient in every step, written in the first: what is timed is the rule alone. */
  const given = (_: Floats, gradient: Floats): number => {
    if (!isWritten) filled(gradient);
    isWritten = true;
    return 0;
  };
  const loop = optimize.adam(filled(new Data(size)), given, { stepRate });
  return timed(`adam, ${Data.name}`, () => loop.next(), calls);
}

/** The same formula as anyone would write it. */
function byHand(size: number, Data: Float64ArrayConstructor | Float32ArrayConstructor) {
  const [x, g] = [filled(new Data(size)), filled(new Data(size))];
  const [m, v] = [new Data(size), new Data(size)];
  let t = 0;
  const step = (): void => {
    t++;
    const rate = (stepRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
    for (let i = 0; i < size; i++) {
      m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
      v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!;
      x[i]! -= (rate * m[i]!) / (Math.sqrt(v[i]!) + epsilon);
    }
  };
  return timed(`one loop by hand, ${Data.name}`, step, calls);
}

const size = 1e6;
const calls = 10;

async function steps(): Promise<void> {
  const version = numpyVersion();
  const numpy =
    version === undefined
      ? undefined
      : numpyContestants(
          `x = np.sin(np.arange(${size}.)); g = x.copy(); m = np.zeros(${size}); v = np.zeros(${size})
def adam():
    global m, v, x
    m = ${beta1} * m + ${1 - beta1} * g
    v = ${beta2} * v + ${1 - beta2} * g**2
    x -= ${stepRate} * m / (np.sqrt(v) + ${epsilon})`,
          { [`NumPy ${version}, as climin has it`]: { statement: "adam()", calls } },
        );
  if (numpy === undefined) console.log("NumPy is not installed: without that column\n");
  const [x, g] = [filled(new Float32Array(size)), filled(new Float32Array(size))];
  const tfjs = await tensorflowAdam(x, g, [stepRate, beta1, beta2, epsilon], calls);
  await compare(
    `one step of Adam on ${size} parameters`,
    [
      byHand(size, Float64Array),
      ours(size, Float64Array),
      byHand(size, Float32Array),
      ours(size, Float32Array),
      ...(tfjs === undefined ? [] : [tfjs]),
      ...(numpy?.contestants ?? []),
    ],
    { rounds: 11 },
  );
  numpy?.close();
}

function objective(flat: Float64Array, gradient: Float64Array): number {
  gradient.set(flat);
  return flat[0]!;
}

/** How much the heap has grown after `iterations` more iterations than a tenth of them. */
function heap(iterations: number): void {
  console.log(`growth of the heap over ${iterations} iterations on 7850 parameters, in bytes`);
  const { gradientDescent, rmsProp, adam, adamW, adadelta, rprop } = optimize;
  const rules = { gradientDescent, rmsProp, adam, adamW, adadelta, rprop };
  for (const [name, rule] of Object.entries(rules)) {
    const flat = filled(new Float64Array(7850));
    let before = 0;
    for (const { iteration } of rule(flat, objective)) {
      if (iteration === iterations / 10) {
        gc!();
        before = process.memoryUsage().heapUsed;
      }
      if (iteration === iterations) break;
    }
    const unswept = process.memoryUsage().heapUsed - before;
    gc!();
    const kept = process.memoryUsage().heapUsed - before;
    console.log(`  ${name.padEnd(16)} ${String(unswept).padStart(9)}, collected ${kept}`);
  }
}

printMachine();
if (process.argv[2] !== "heap") await steps();
if (process.argv[2] !== "steps") heap(100_000);
