/** Runs in the browser: a sum in shards by two module workers, which run this file too. */
import { partOf, serve, sharded, type Shard } from "ndarray-params/distribute";
import { thisThread, threads } from "ndarray-params/distribute/threads";
import { tell } from "../engines/tell.ts";

const n = 1000;

/** Σᵢ (x₀ - 1/i)²/2 over the i of a shard, and its slope. */
function squares(
  { data: [x] }: { data: Float64Array },
  { data: slope }: { data: Float64Array },
  shard: Shard,
): number {
  const [from, to] = partOf(n, shard);
  let loss = 0;
  slope[0] = 0;
  for (let i = from; i < to; i++) {
    const error = x! - 1 / (i + 1);
    loss += (error * error) / 2;
    slope[0] += error;
  }
  return loss;
}

if ("document" in globalThis) {
  const objective = sharded(threads(2, "/program.js"), [1], { shards: 5 });
  const gradient = new Float64Array(1);
  let [loss, sum] = [0, 0];
  for (let index = 0; index < 5; index++) {
    loss += squares({ data: Float64Array.of(0.5) }, { data: gradient }, { index, count: 5 });
    sum += gradient[0]!;
  }
  let rounds = 0;
  while (rounds < 100 && (await objective(Float64Array.of(0.5), gradient)) === loss) rounds++;
  await tell({
    threads: rounds === 100 && gradient[0] === sum ? "right" : `wrong in round ${rounds}`,
  });
} else {
  serve(thisThread(), [1], squares);
}
