/** A nats-server on loopback, with an account for the run and the system account. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type ConnectionOptions, type NatsConnection } from "@nats-io/transport-node";
import { needs } from "../../support/needs.ts";

/** Debian puts it where not every PATH leads. */
const programs = ["nats-server", "/usr/sbin/nats-server"];
const program = programs.find((name) => spawnSync(name, ["--version"]).status === 0);

/** `needs` for a nats-server. */
export const needsServer = (test: Mocha.Context): void =>
  needs(test, "nats-server", program !== undefined, "install it (Debian: nats-server)");

export interface TestServer {
  readonly url: string;
  /** A client that waits for the server if it is not there. */
  readonly connect: (options?: ConnectionOptions) => Promise<NatsConnection>;
  readonly connectSystem: () => Promise<NatsConnection>;
  /** Starts it again, after `stop` or at first. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Closes all its clients, stops it and removes its files. */
  readonly remove: () => Promise<void>;
}

/** `users` are further users of the run's account, each after a comma. */
export async function startServer(settings = "", users = ""): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "nats-"));
  const port = await freePort();
  const file = join(folder, "server.conf");
  const accounts = `
    accounts {
      RUN { jetstream: enabled, users: [{ user: run, password: run }${users}] }
      SYS { users: [{ user: sys, password: sys }] }
    }
    system_account: SYS`;
  writeFileSync(
    file,
    `host: 127.0.0.1\nport: ${port}\njetstream { store_dir: "${folder}/js" }\n${settings}\n${accounts}`,
  );
  const url = `nats://127.0.0.1:${port}`;
  const clients: NatsConnection[] = [];
  let server: ChildProcess | undefined;
  const kill = (): boolean => server?.kill("SIGKILL") ?? false;
  process.on("exit", kill);

  const start = async (): Promise<void> => {
    const own = spawn(program!, ["--config", file], { stdio: ["ignore", "ignore", "pipe"] });
    server = own;
    // It is read to its end: a server whose log cannot be written is ended by SIGPIPE.
    let text = "";
    await new Promise<void>((resolve, reject) => {
      own.stderr.on("data", (chunk: Buffer) => {
        text += String(chunk);
        if (text.includes("Server is ready")) resolve();
      });
      own.stderr.on("end", () => reject(new Error(text)));
    });
  };
  const stop = async (): Promise<void> => {
    const own = server;
    server = undefined;
    if (own === undefined) return;
    const exit = once(own, "exit");
    own.kill("SIGKILL");
    await exit;
  };
  const open = async (user: string, options: ConnectionOptions = {}): Promise<NatsConnection> => {
    const given = {
      servers: url,
      user,
      pass: user,
      reconnectTimeWait: 20,
      maxReconnectAttempts: -1,
    };
    const client = await connect({ ...given, ...options });
    clients.push(client);
    return client;
  };
  await start();
  return {
    url,
    connect: (options) => open("run", options),
    connectSystem: () => open("sys"),
    start,
    stop,
    async remove() {
      await Promise.all(clients.map((client) => client.close()));
      await stop();
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
