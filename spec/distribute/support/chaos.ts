/** A run by processes that are killed, stopped and started again at drawn moments. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stream } from "ndarray-params/initialize";
import { bundled } from "../../support/run.ts";
import { startServer } from "./server.ts";

export interface Chaos {
  readonly seed: number;
  readonly rounds: number;
  readonly workers: number;
  /** How many of each kind of event; they come in a drawn order. */
  readonly kills: number;
  readonly stops: number;
  readonly serverRestarts: number;
  readonly coordinatorRestarts: number;
  /** The milliseconds between two events are drawn from 0 to this. */
  readonly between: number;
}

export interface Outcome {
  /** The last flat in hexadecimal digits. */
  readonly bits: string;
  /** The events that came before the end of the run. */
  readonly events: number;
  readonly rounds: number;
}

type Event = "kill" | "stop" | "server" | "coordinator";

export async function runChaos(chaos: Chaos): Promise<Outcome> {
  const random = stream(chaos.seed, "chaos");
  const folder = mkdtempSync(join(tmpdir(), "chaos-"));
  const server = await startServer();
  const children = new Set<ChildProcess>();
  const endAll = (): void => {
    for (const child of children) child.kill("SIGKILL");
  };
  process.on("exit", endAll);

  const start = (file: string, ...args: string[]): ChildProcess => {
    const stdio = ["ignore", "pipe", "inherit", "ipc"] as const;
    const program = bundled(`spec/distribute/support/${file}.ts`);
    const child = spawn(process.execPath, [program, server.url, "chaos", ...args], {
      stdio: [...stdio],
    });
    children.add(child);
    child.on("exit", () => children.delete(child));
    return child;
  };

  const workers = Array.from({ length: chaos.workers }, () => start("cluster-worker"));
  let text = "";
  let rounds = 0;
  let resolve = (): void => {};
  let reject: (error: Error) => void = () => {};
  const result = new Promise<void>((...both) => {
    [resolve, reject] = both;
  });
  const coordinate = (): ChildProcess => {
    const own = start("cluster-coordinator", String(chaos.rounds), join(folder, "run.safetensors"));
    own.stdout!.on("data", (chunk) => (text += String(chunk)));
    own.on("message", () => rounds++);
    own.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else if (signal === null) reject(new Error(`the coordinator ended with ${code}`));
    });
    return own;
  };
  let coordinator = coordinate();

  const happen: Record<Event, () => unknown> = {
    kill() {
      const i = Math.floor(random() * workers.length);
      workers[i]!.kill("SIGKILL");
      workers[i] = start("cluster-worker");
    },
    stop() {
      const worker = workers[Math.floor(random() * workers.length)]!;
      worker.kill("SIGSTOP");
      setTimeout(() => worker.kill("SIGCONT"), 3000 * random()).unref();
    },
    async server() {
      await server.stop();
      await pause(200 * random());
      await server.start();
    },
    coordinator() {
      coordinator.kill("SIGKILL");
      coordinator = coordinate();
    },
  };
  const events: Event[] = [
    ...Array<Event>(chaos.kills).fill("kill"),
    ...Array<Event>(chaos.stops).fill("stop"),
    ...Array<Event>(chaos.serverRestarts).fill("server"),
    ...Array<Event>(chaos.coordinatorRestarts).fill("coordinator"),
  ];
  let isDone = false;
  let happened = 0;
  const disturb = async (): Promise<void> => {
    for (let left = events.length; left > 0; left--) {
      const [event] = events.splice(Math.floor(random() * left), 1);
      // oxlint-disable-next-line no-await-in-loop -- one event after another
      await pause(chaos.between * random());
      if (isDone) return;
      happened++;
      await happen[event!](); // oxlint-disable-line no-await-in-loop
    }
  };
  try {
    const disturbed = disturb();
    await Promise.race([result, disturbed.then(() => result)]);
    isDone = true;
    await disturbed;
    return { bits: text.trim(), events: happened, rounds };
  } finally {
    isDone = true;
    endAll();
    process.off("exit", endAll);
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
