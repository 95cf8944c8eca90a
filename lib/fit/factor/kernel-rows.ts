import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { commonMemory, type Memory } from "../../internal/wasm/memory.ts";
import { reflections } from "./reflect-two.generated.ts";
import { leadOf, type Rows } from "./rows.ts";

type Kernel = (
  r: number,
  q: number,
  c: number,
  count: number,
  v: number,
  u: number,
  lead: number,
  height: number,
  tau: number,
  tau2: number,
  mixed: number,
) => void;

let found: { readonly kernel: Kernel; readonly memory: Memory } | undefined;

/** The kernel on the common memory; undefined if the engine has no vectors or no memory for it. */
function find(): typeof found {
  const memory = commonMemory();
  const exports = memory && exportsOn(reflections, memory);
  return exports && { kernel: exports["reflectTwo"] as Kernel, memory };
}

/**
 * Makes room for rows where the kernel reaches them, in the scratch that all kernels share: they
 * have to be filled before each use. Returns undefined if the kernel does not run here.
 */
export function openKernelRows(rows: number, columns: number): Rows | undefined {
  found ??= find();
  if (found === undefined) return undefined;
  const { kernel, memory } = found;
  const lead = leadOf(rows);
  const start = memory.scratch + 16 * columns;
  // Rows k and k + 1 of the triangle, on their way to the kernel and back.
  const pair = new Float64Array(memory.float64.buffer, memory.scratch, 2 * columns);
  return {
    at: new Float64Array(memory.float64.buffer, start, lead * columns),
    lead,
    heights: new Int32Array(columns),
    reflectTwo: (r, width, k, tau, tau2, mixed, _at, _lead, height) => {
      const first = k + 2;
      const row = k * width;
      const v = start + 8 * k * lead;
      for (let j = first; j < width; j++) {
        pair[j] = r[row + j]!;
        pair[width + j] = r[row + width + j]!;
      }
      kernel(
        memory.scratch + 8 * first,
        memory.scratch + 8 * (width + first),
        v + 16 * lead,
        width - first,
        v,
        v + 8 * lead,
        8 * lead,
        8 * height,
        tau,
        tau2,
        mixed,
      );
      for (let j = first; j < width; j++) {
        r[row + j] = pair[j]!;
        r[row + width + j] = pair[width + j]!;
      }
    },
  };
}
