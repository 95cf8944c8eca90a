/** The strips of the ziggurat under exp(-x²/2), x >= 0.  Marsaglia & Tsang 2000; Doornik 2005. */
import { logarithm } from "./portable-log.ts";

export const STRIPS = 256;

/** r, v and exp(-r²/2) for 256 strips: the solution of x₂₅₆ = 0, found with 50 digits. */
export const R = 3.654152885361009;
const V = 0.004928673233974655;
const AT_R = 0.0012602859304985975;

/** One call without effects, which bundlers leave out of programs that draw no normal number. */
export const tables = /* @__PURE__ */ makeTables();
/** Strip i lies between heights i and i + 1 and reaches to edge i; i + 256 is its mirror image. */
export const heights = /* @__PURE__ */ tables.subarray(0, STRIPS + 1);
export const edges = /* @__PURE__ */ tables.subarray(STRIPS + 1, 3 * STRIPS + 1);
/** The share of each strip that lies wholly under the curve, x_{i+1}/x_i. */
export const inner = /* @__PURE__ */ tables.subarray(3 * STRIPS + 1);

/** y_{i+1} = y_i + v/x_i,  x_{i+1} = √(-2 ln y_{i+1}); the heights, the edges and the inner parts. */
function makeTables(): Float64Array {
  const made = new Float64Array(5 * STRIPS + 1);
  const madeEdges = made.subarray(STRIPS + 1);
  const madeInner = made.subarray(3 * STRIPS + 1);
  let edge = V / AT_R; // a rectangle this wide has the area of the lowest strip with its tail
  let next = R;
  let height = AT_R;
  for (let i = 0; i < STRIPS; i++) {
    made[i + 1] = height;
    madeEdges[i] = edge;
    madeEdges[i + STRIPS] = -edge;
    madeInner[i] = madeInner[i + STRIPS] = next / edge;
    edge = next;
    height += V / edge;
    next = i < STRIPS - 2 ? Math.sqrt(-2 * logarithm(height)) : 0;
  }
  return made;
}
