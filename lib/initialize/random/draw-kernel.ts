/** Draws blocks of numbers from a stream by the WebAssembly kernel, which draws.as.ts describes. */
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { draws } from "./draws.generated.ts";

/** The numbers from which on the kernel is faster than a loop. */
const FEWEST = 64;

/** The numbers that fit into the kernel's memory behind its tables. */
const MOST = 512;

interface DrawKernel {
  readonly functions: Readonly<Record<string, ((...args: number[]) => number) | undefined>>;
  readonly state: Int32Array;
  readonly tables: Float64Array;
  readonly block: Float64Array;
  hasTables: boolean;
}

let found: DrawKernel | "missing" | undefined;

/** Makes the kernel on a memory of its own, so that its tables stay. */
function makeKernel(): DrawKernel | undefined {
  try {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
    const functions = exportsOn(draws, { memory });
    const { buffer } = memory;
    return (
      functions && {
        functions,
        state: new Int32Array(buffer, 0, 4),
        tables: new Float64Array(buffer, 64, 1281),
        block: new Float64Array(buffer, 10_368, MOST),
        hasTables: false,
      }
    );
  } catch {
    return undefined; // the caller goes on in plain JavaScript
  }
}

/**
 * Writes the next `count` numbers of the stream with this state to the start of `block`, and leaves
 * the state as the loops would. The distribution is given as the kernel's function takes it. Returns
 * whether it did: it does nothing if they are few, or if the kernel does not run here.
 */
export function drawByKernel(
  name: "uniforms" | "normals",
  state: Int32Array | undefined,
  block: Float64Array,
  count: number,
  distribution: readonly [number, number, number?, number?],
  tables?: Float64Array,
): boolean {
  if (state === undefined || count < FEWEST || count > MOST) return false;
  const own = (found ??= makeKernel() ?? "missing");
  if (own === "missing") return false;
  if (tables !== undefined && !own.hasTables) {
    own.tables.set(tables);
    own.hasTables = true;
  }
  own.state.set(state);
  const [a, b, c = 0, d = 0] = distribution;
  own.functions[name]!(count, a, b, c, d);
  block.set(count === MOST ? own.block : own.block.subarray(0, count));
  state.set(own.state);
  return true;
}
