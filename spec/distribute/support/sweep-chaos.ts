/** A sweep by processes that are killed and started again in the middle of runs. */
import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { sweep, type Trial } from "ndarray-params/distribute";
import { stream } from "ndarray-params/initialize";
import { bundled } from "../../support/run.ts";
import { randomOf, run, space } from "./sweep-model.ts";
import { startServer } from "./server.ts";

export interface SweepChaos {
  readonly seed: number;
  readonly trials: number;
  readonly workers: number;
  readonly ackWait: number;
  /** The milliseconds of a run. */
  readonly length: number;
  /** How many workers are killed, each at the beginning of a run that is drawn. */
  readonly kills: number;
  /** How often the sweep's own process is killed, and the server. */
  readonly sweepKills: number;
  readonly serverKills: number;
}

export interface SweepOutcome {
  /** The rows in the order of their trials, as the last process of the sweep has them. */
  readonly rows: readonly Trial[];
  /** How many runs were begun, whoever began them. */
  readonly begun: number;
  /** Trials that were begun again long after their outcome was stored: there must be none. */
  readonly again: readonly number[];
  /** The kills that took place. */
  readonly killed: { readonly workers: number; readonly sweeps: number; readonly servers: number };
}

/** The table of one program. */
export async function rowsAlone(trials: number): Promise<Trial[]> {
  const rows: Trial[] = [];
  for await (const row of sweep(space, run, { trials, randomOf })) rows.push(row);
  return rows;
}

/** The milliseconds between the question for an outcome and the beginning of a run, at most. */
const SLACK = 250;

export async function sweepInChaos(chaos: SweepChaos): Promise<SweepOutcome> {
  const { seed, trials, ackWait } = chaos;
  const random = stream(seed, "sweep in chaos");
  const server = await startServer();
  const subject = "chaos";
  const children = new Set<ChildProcess>();
  const endAll = (): void => {
    for (const child of children) child.kill("SIGKILL");
  };
  process.on("exit", endAll);
  const start = (file: string, last: number): ChildProcess => {
    const program = bundled(`spec/distribute/support/${file}.ts`);
    const args = [program, server.url, subject, String(ackWait), String(last)];
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      serialization: "advanced", // losses that are NaN
    });
    children.add(child);
    child.on("exit", () => children.delete(child));
    return child;
  };
  /** Events are spread over the runs: each comes with the beginning of a drawn one. */
  const drawn = (number: number): Set<number> => {
    const all = new Set<number>();
    while (all.size < number) all.add(1 + Math.floor((trials - 2) * random()));
    return all;
  };
  const due = {
    workers: drawn(chaos.kills),
    sweeps: drawn(chaos.sweepKills),
    servers: drawn(chaos.serverKills),
  };
  const killed = { workers: 0, sweeps: 0, servers: 0 };
  const stored = new Map<number, number>(); // when the outcome of a trial was heard
  const again: number[] = [];
  let begun = 0;
  let restarting = Promise.resolve();

  const listener = await server.connect();
  listener.subscribe(`${subject}.outcome.*`, {
    callback(_, message) {
      const trial = Number(message.subject.split(".").at(-1));
      if (!stored.has(trial)) stored.set(trial, Date.now());
    },
  });
  await listener.flush();

  const rows = new Map<number, Trial>();
  try {
    return await new Promise<SweepOutcome>((resolve, reject) => {
      let coordinator: ChildProcess;
      const coordinate = (): void => {
        rows.clear();
        const own = start("sweep-coordinator", trials);
        coordinator = own;
        own.on("message", (message: Trial | "over") => {
          if (own !== coordinator) return; // from before it was killed
          if (message !== "over") rows.set(message.trial, message);
          else {
            const all = [...rows.values()].toSorted((a, b) => a.trial - b.trial);
            void restarting.then(() => resolve({ rows: all, begun, again, killed }), reject);
          }
        });
        own.on("exit", (code) => {
          if (code !== null && code !== 0) reject(new Error(`the sweep has ended with ${code}`));
        });
      };
      const restart = async (): Promise<void> => {
        await server.stop();
        await pause(200 * random());
        await server.start();
      };
      const work = (): void => {
        const own = start("sweep-worker", chaos.length);
        own.on("message", ({ trial, time }: { trial: number; time: number }) => {
          begun++;
          const since = stored.get(trial);
          if (since !== undefined && time > since + SLACK) again.push(trial);
          if (due.workers.delete(begun)) {
            killed.workers++;
            own.kill("SIGKILL");
            work();
          }
          if (due.sweeps.delete(begun)) {
            killed.sweeps++;
            coordinator.kill("SIGKILL");
            coordinate();
          }
          if (due.servers.delete(begun)) {
            killed.servers++;
            restarting = restarting.then(restart);
            restarting.catch(reject);
          }
        });
      };
      for (let i = 0; i < chaos.workers; i++) work();
      coordinate();
    });
  } finally {
    endAll();
    process.off("exit", endAll);
    await server.remove();
  }
}
