/**
 * Times an epoch of softmax regression on 50,000 digits of MNIST, 784 x 10: seeded shuffle, gather,
 * forward, softmax, backward, step. NumPy does the same on one thread if python3 has it, and so do
 * tfjs and numpy-ts after `npm install --prefix bench`. All take turns, an epoch each.
 *
 *     npm run bench -- epoch                          adam and gradient descent, both types
 *     npm run bench -- epoch --rule rmsProp --dtype float32 --size 1000
 *     npm run bench -- epoch --ways arrays,arena,bytes,relaxed,threads --peers none
 *     npm run bench -- epoch --runs 20                20 processes, each one's ratio to their median
 *
 * Lists have commas. Where the cores of a machine differ, keep all but `threads` on one of them:
 *
 *     taskset -c 1 npm run bench -- epoch
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { gemm } from "ndarray-params/gemm";
import { gemmPool, type GemmPool } from "ndarray-params/gemm/pool";
import { gemm as relaxed } from "ndarray-params/gemm/relaxed";
import { printMachine } from "./support/compare.ts";
import { N } from "./support/epoch/digits.ts";
import { numpyTrainer } from "./support/epoch/numpy-trainer.ts";
import { numpyTsTrainer } from "./support/epoch/numpy-ts-trainer.ts";
import { ownTrainer, type Way } from "./support/epoch/own-trainer.ts";
import { compareParts, medianOf, type Task, type Trainer } from "./support/epoch/parts.ts";
import { tensorflowTrainer } from "./support/epoch/tensorflow-trainer.ts";
import { numpyVersion } from "./support/numpy.ts";

const { values } = parseArgs({
  options: {
    rule: { type: "string", default: "adam,gradientDescent" },
    dtype: { type: "string", default: "float64,float32" },
    size: { type: "string", default: "100" },
    ways: { type: "string", default: "arrays,arena,bytes" },
    peers: { type: "string", default: "numpy,tfjs,numpy-ts" },
    rounds: { type: "string", default: "7" },
    runs: { type: "string" },
  },
});
const list = (text: string): string[] => text.split(",");
const peers = list(values.peers);
const rounds = Number(values.rounds);

let pool: GemmPool | undefined;
async function poolOf(): Promise<GemmPool> {
  pool ??= gemmPool({ threads: 2 });
  await pool.ready;
  return pool;
}

const ways: Readonly<Record<string, () => Way | Promise<Way>>> = {
  arrays: () => ({ name: "arrays", gemm, memory: "arrays", bytes: false }),
  arena: () => ({ name: "arena", gemm, memory: "arena", bytes: false }),
  bytes: () => ({ name: "arena, bytes", gemm, memory: "arena", bytes: true }),
  relaxed: () => ({ name: "relaxed", gemm: relaxed, memory: "arena", bytes: true }),
  threads: async () => {
    const threads = await poolOf();
    return { name: "2 threads", gemm: threads.gemm, memory: "shared", bytes: true, pool: threads };
  },
};

/** Trains from weights of 0 on the first digits: all must come to one loss. */
async function checkAgreement(trainers: readonly Trainer[], { rule, dtype }: Task): Promise<void> {
  // To rprop a rounding is as good as a sign.
  const limit = dtype === "float64" ? 1e-9 : rule === "rprop" ? 1e-2 : 1e-3;
  const losses: number[] = [];
  for (const trainer of trainers) losses.push(await trainer.check(20));
  for (const [i, loss] of losses.entries()) {
    if (Math.abs(loss / losses[0]! - 1) < limit) continue;
    throw new Error(
      `${trainers[i]!.name} has a loss of ${loss}, ${trainers[0]!.name} ${losses[0]}`,
    );
  }
}

async function compareTask(task: Task): Promise<number> {
  const batches = N / task.size;
  const trainers: Trainer[] = [];
  const version = peers.includes("numpy") ? numpyVersion() : undefined;
  if (version !== undefined) trainers.push(numpyTrainer(version, task, batches));
  for (const way of list(values.ways)) trainers.push(ownTrainer(await ways[way]!(), task, batches));
  const own = trainers.length - 1;
  for (const [name, make] of [
    ["tfjs", tensorflowTrainer],
    ["numpy-ts", numpyTsTrainer],
  ] as const) {
    const peer = peers.includes(name) ? await make(task, Math.ceil(batches / 5)) : undefined;
    if (peer !== undefined) trainers.push(peer);
  }
  await checkAgreement(trainers, task);
  const { rule, dtype, size } = task;
  const title = `${rule}, ${dtype}, batches of ${size}: us a batch, medians of ${rounds} rounds`;
  const totals = await compareParts(title, trainers, rounds);
  for (const { close } of trainers) close?.();
  return totals[own]!;
}

/** Each task in many processes, without peers: the accident that only some processes have. */
function repeatRuns(tasks: readonly Task[], runs: number): void {
  for (const { rule, dtype, size } of tasks) {
    const totals = Array.from({ length: runs }, () => {
      const { stdout } = spawnSync(
        process.execPath,
        [
          ...process.execArgv,
          process.argv[1]!,
          `--rule=${rule}`,
          `--dtype=${dtype}`,
          `--size=${size}`,
          `--ways=${values.ways}`,
          `--rounds=${values.rounds}`,
          "--peers=none",
        ],
        { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
      );
      return Number(/a batch, us.* (\S+)$/m.exec(stdout)![1]);
    });
    const median = medianOf(totals);
    const ratios = totals.map((total) => (total / median).toFixed(2));
    console.log(`${rule}, ${dtype}, batches of ${size}: ${median.toFixed(1)} us, median of runs`);
    console.log(`  ratios to it: ${ratios.join(" ")}\n`);
  }
}

printMachine();
const tasks = list(values.rule).flatMap((rule) =>
  list(values.dtype).flatMap((dtype) =>
    list(values.size).map((size) => ({ rule, dtype: dtype as Task["dtype"], size: Number(size) })),
  ),
);
if (values.runs !== undefined) repeatRuns(tasks, Number(values.runs));
else for (const task of tasks) await compareTask(task);
pool?.close();
