/**
 * A cluster on this machine: a nats-server, workers and a coordinator, each a process of its own, on
 * loopback. It trains on MNIST and ends all of them.
 *
 *     npm run cluster -- --workers 2 --rounds 100
 */
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { readOptions, runProgram } from "../support/options.ts";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** It begins with a letter, because the server reads 7e1 as a number. */
const newPassword = (): string => `p${randomUUID()}`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

await runProgram(async () => {
  const options = readOptions("Softmax regression on MNIST by processes on this machine.", {
    workers: { help: "the number of workers", default: 2, most: 64 },
    rounds: { help: "passes over the digits", default: 20 },
    train: { help: "digits to learn from", default: 50_000, most: 50_000 },
  });
  const port = String(await freePort());
  const env = {
    ...process.env,
    PATH: `${process.env["PATH"]}:/usr/sbin`, // Debian's place of nats-server
    NATS_HOST: "127.0.0.1",
    NATS_PORT: port,
    RUN_PASSWORD: newPassword(),
    SYS_PASSWORD: newPassword(),
  };
  const children: ChildProcess[] = [];
  const start = (program: string, ...args: string[]): ChildProcess => {
    const child = spawn(program, args, { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    children.push(child);
    return child;
  };
  const startOwn = (file: string, ...args: string[]): ChildProcess =>
    start(process.execPath, ...process.execArgv, here(file), "--server", `nats://127.0.0.1:${port}`, ...args); // oxfmt-ignore
  const endAll = (): void => {
    for (const child of children) child.kill();
  };
  process.once("exit", endAll);
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));

  const server = start("nats-server", "--config", here("nats-server.conf"), "--log", "/dev/null");
  const failed = once(server, "exit").then(
    ([status]) => {
      throw new Error(`nats-server has ended with ${status}`); // the workers would wait for it
    },
    (error: unknown) => {
      throw new Error("nats-server does not start (Debian: apt install nats-server)", {
        cause: error,
      });
    },
  );
  for (let i = 0; i < options.workers; i++) {
    startOwn("worker.ts", "--train", String(options.train));
  }
  const coordinator = startOwn("coordinator.ts", "--rounds", String(options.rounds));
  const over = Promise.race([once(coordinator, "exit"), failed]).finally(endAll);
  const [code] = (await over) as [number];
  process.exit(code);
});
