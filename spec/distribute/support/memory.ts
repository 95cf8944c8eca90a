/** The memory of a run that goes on: does it grow? */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { pathToFileURL } from "node:url";
import { inProcess, serve, sharded, type Transport } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { threads } from "ndarray-params/distribute/threads";
import { bundled } from "../../support/run.ts";
import type { TestServer } from "./server.ts";

const SIZE = 5000; // 40 kB a flat

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes in use after the garbage is gone. */
async function bytesInUse(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20)); // oxlint-disable-line no-await-in-loop
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes by which the memory grows from one tenth of the rounds to the last. */
export async function growthOf(transport: Transport, rounds: number): Promise<number> {
  const objective = sharded(transport, [SIZE], { shards: 3 });
  const flat = new Float64Array(SIZE).fill(1);
  const gradient = new Float64Array(SIZE);
  let early = 0;
  for (let round = 1; round <= rounds; round++) {
    await objective(flat, gradient, "round", round); // oxlint-disable-line no-await-in-loop
    if (round === rounds / 10) early = await bytesInUse(); // oxlint-disable-line no-await-in-loop
  }
  return (await bytesInUse()) - early;
}

const work = (flat: { data: Float64Array }, gradient: { data: Float64Array }): number => {
  gradient.data.set(flat.data);
  return 1;
};

export const inOneProgram = (): Transport => {
  const here = inProcess();
  for (let i = 0; i < 2; i++) serve(here, [SIZE], work);
  return here;
};

/** Workers and coordinator share this process, so that their memory is measured as one. */
export async function overNats(server: TestServer): Promise<Transport> {
  for (let i = 0; i < 2; i++) {
    const connection = await server.connect(); // oxlint-disable-line no-await-in-loop
    serve(nats(connection, { subject: "memory" }), [SIZE], work);
  }
  return nats(await server.connect(), { subject: "memory" });
}

export const onThreads = () => {
  const file = bundled({
    code: `
      import { serve } from "./lib/distribute/index.ts";
      import { thisThread } from "./lib/distribute/threads/index.ts";
      serve(thisThread(), [${SIZE}], (flat, gradient) => {
        gradient.data.set(flat.data);
        return 1;
      });`,
  });
  return threads(2, pathToFileURL(file));
};
