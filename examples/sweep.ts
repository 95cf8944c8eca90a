/**
 * A sweep over softmax regression on MNIST: random step rates, batch sizes and rules, one epoch each,
 * and the table with the best first. Here one program takes all runs, or workers over a nats-server
 * with JetStream do, whose password is in RUN_PASSWORD; the table is the same.
 *
 *     node --import tsx/esm examples/sweep.ts --trials 12
 *     node --import tsx/esm examples/sweep.ts --role worker --server nats://127.0.0.1:4222
 *     node --import tsx/esm examples/sweep.ts --trials 12 --server nats://127.0.0.1:4222
 */
import { fileURLToPath } from "node:url";
import { jetstream } from "@nats-io/jetstream";
import { emptyWithViews } from "ndarray-params";
import {
  logUniform,
  serveRuns,
  sweep,
  sweepTable,
  type OptionsOf,
  type Trial,
} from "ndarray-params/distribute";
import { runQueue } from "ndarray-params/distribute/nats";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { adam, gradientDescent } from "ndarray-params/optimize";
import { connectAs } from "./cluster/account.ts";
import { layout, lossAndGradient, report } from "./logistic-regression.ts";
import { batchesOf, readDigits, type Digits } from "./support/mnist.ts";
import { readOptions, runProgram } from "./support/options.ts";

const rules = { adam, gradientDescent };

export const space = {
  rule: ["adam", "gradientDescent"],
  stepRate: logUniform(1e-4, 1),
  batchSize: [20, 100, 500],
} as const;

type Choices = OptionsOf<typeof space>;

/** One epoch with these options; returns loss and accuracy on digits that it has not seen. */
export function train({ rule, stepRate, batchSize }: Choices, digits: Digits, validation: Digits) {
  const [flat] = emptyWithViews(layout);
  randomizeNormal(flat, 0, 0.1, stream("sweep", "weights"));
  const random = stream("sweep", "batches");
  const batches = batchesOf(digits, batchSize, { random, epochs: 1 });
  for (const _ of rules[rule](flat, lossAndGradient, { stepRate, batches }));
  return report("validation", flat, validation);
}

async function main(): Promise<void> {
  const { server, role, trials, digits, seed } = readOptions("A sweep on MNIST.", {
    trials: { help: "runs of one epoch", default: 12 },
    digits: { help: "digits to learn from", default: 10_000, most: 50_000 },
    seed: { help: "seeds what is drawn", default: "7" },
    server: { help: "the address of a nats-server whose workers take the runs" },
    role: { help: "takes runs, or draws them", default: "sweep", oneOf: ["sweep", "worker"] },
  });
  if (role === "worker" && server === undefined) throw new Error("a worker needs a --server");
  const training = readDigits("train", 0, digits);
  const validation = readDigits("train", 50_000, 60_000);
  const run = (options: Choices) => train(options, training, validation);
  const connection = server === undefined ? undefined : await connectAs("run", server);
  const queue =
    connection && runQueue(connection, jetstream(connection), { subject: `sweep-${seed}` });
  if (role === "worker" && connection && queue) {
    serveRuns(queue, run);
    await connection.closed();
    return;
  }
  const rows: Trial<Choices>[] = [];
  const randomOf = (trial: number) => stream(seed, `trial ${trial}`);
  for await (const row of sweep(space, queue ?? run, { trials, randomOf })) rows.push(row);
  console.log(sweepTable(rows));
  await connection?.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
