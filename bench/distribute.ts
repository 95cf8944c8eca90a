/**
 * Milliseconds a round: a flat goes to 2 workers and 4 gradients come back and are added, over bare
 * TCP, over NATS and by threads. The workers only copy. Then MNIST full-batch, by one thread
 * without any of this, by one thread of a transport and by two. It needs a nats-server and two cores.
 *
 *     npm run bench -- distribute [n = 7850,1000000,10000000]
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { pathToFileURL } from "node:url";
import { emptyWithViews } from "ndarray-params";
import { inProcess, serve, sharded, type Transport } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { threads } from "ndarray-params/distribute/threads";
import { layout, lossAndGradient } from "../examples/logistic-regression.ts";
import { onAllDigits } from "../examples/support/all-digits.ts";
import { readDigits } from "../examples/support/mnist.ts";
import { threadOf } from "../examples/support/thread.ts";
import { startServer } from "../spec/distribute/support/server.ts";
import { bundled } from "../spec/support/run.ts";
import { compare, printMachine, type Contestant } from "./support/compare.ts";

const [sizes = "7850,1000000,10000000"] = process.argv.slice(2);
const [WORKERS, SHARDS] = [2, 4];

/** A worker's objective as text, because threads and processes have files of their own. */
const copies = "(flat, gradient) => (gradient.data.set(flat.data), 1)";

const natsWorker = bundled({
  code: `
    import { connect } from "@nats-io/transport-node";
    import { serve } from "./lib/distribute/index.ts";
    import { nats } from "./lib/distribute/nats/index.ts";
    const [servers, n] = process.argv.slice(2);
    const connection = await connect({ servers, user: "run", pass: "run" });
    serve(nats(connection, { subject: "bench" + n }), [Number(n)], ${copies});`,
});
const threadWorker = bundled({
  code: `
    import { workerData } from "node:worker_threads";
    import { serve } from "./lib/distribute/index.ts";
    import { thisThread } from "./lib/distribute/threads/index.ts";
    serve(thisThread(), [workerData.n], ${copies});`,
});

/** Answers each flat with a copy of it for each of its shards. */
const tcpWorker = bundled({
  code: `
    import { connect } from "node:net";
    const [port, n, times] = process.argv.slice(2).map(Number);
    const flat = new Uint8Array(8 * n);
    let at = 0;
    const socket = connect(port, "127.0.0.1", () => socket.setNoDelay());
    socket.on("data", (chunk) => {
      flat.set(chunk, at);
      at += chunk.length;
      if (at < flat.length) return;
      at = 0;
      for (let i = 0; i < times; i++) socket.write(flat.slice());
    });`,
});

const children: ChildProcess[] = [];
const start = (file: string, ...args: (string | number)[]): void => {
  const stdio = ["ignore", "inherit", "inherit"] as const;
  children.push(spawn(process.execPath, [file, ...args.map(String)], { stdio: [...stdio] }));
};

/** The floor: the same bytes to and from two processes, and the same sum, without any protocol. */
async function overTcp(n: number): Promise<() => Promise<unknown>> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const sockets: Socket[] = [];
  for (let i = 0; i < WORKERS; i++) {
    start(tcpWorker, (listener.address() as AddressInfo).port, n, SHARDS / WORKERS);
    const [socket] = (await once(listener, "connection")) as [Socket]; // oxlint-disable-line no-await-in-loop
    sockets.push(socket.setNoDelay());
  }
  listener.close();
  const flat = new Float64Array(n).fill(1);
  const sum = new Float64Array(n);
  const gradient = new Float64Array(n);
  const bytes = new Uint8Array(gradient.buffer);
  return () =>
    Promise.all(
      sockets.map(async (socket) => {
        let left = SHARDS / WORKERS;
        let at = 0;
        const done = new Promise<void>((resolve) => {
          const read = (chunk: Uint8Array): void => {
            for (let from = 0; from < chunk.length;) {
              const part = chunk.subarray(from, from + bytes.length - at);
              bytes.set(part, at);
              from += part.length;
              at += part.length;
              if (at < bytes.length) continue;
              at = 0;
              for (let i = 0; i < n; i++) sum[i]! += gradient[i]!;
              if (--left > 0) continue;
              socket.off("data", read);
              resolve();
            }
          };
          socket.on("data", read);
        });
        socket.write(new Uint8Array(flat.buffer.slice(0)));
        await done;
      }),
    );
}

const rounds = (name: string, evaluate: () => Promise<unknown>, calls: number): Contestant => ({
  name,
  async round() {
    const began = performance.now();
    for (let i = 0; i < calls; i++) await evaluate(); // oxlint-disable-line no-await-in-loop
    return (performance.now() - began) / calls;
  },
});

printMachine();
const server = await startServer('max_pending: 1GB\nwrite_deadline: "60s"');
for (const n of sizes.split(",").map(Number)) {
  const shared = new Float64Array(new SharedArrayBuffer(8 * n)).fill(1);
  const gradient = new Float64Array(n);
  const by = (transport: Transport) => {
    const objective = sharded(transport, [n], { shards: SHARDS });
    return () => objective(shared, gradient);
  };
  const tcp = await overTcp(n); // oxlint-disable-line no-await-in-loop
  for (let i = 0; i < WORKERS; i++) start(natsWorker, server.url, n);
  const connection = await server.connect(); // oxlint-disable-line no-await-in-loop
  const overNats = by(nats(connection, { subject: `bench${n}` }));
  const crew = threads(WORKERS, () => threadOf(pathToFileURL(threadWorker).href, { n }));
  const onThreads = by(crew);
  const here = inProcess();
  for (let i = 0; i < WORKERS; i++) {
    serve(here, [n], (flat, slope) => (slope.data.set(flat.data), 1));
  }
  await Promise.all([tcp(), overNats(), onThreads()]); // oxlint-disable-line no-await-in-loop
  const calls = n < 1e5 ? 20 : 1;
  // oxlint-disable-next-line no-await-in-loop -- one size after another
  await compare(
    `n = ${n}, ${WORKERS} workers, ${SHARDS} shards a round`,
    [
      rounds("bare TCP", tcp, calls),
      rounds("NATS", overNats, calls),
      rounds("threads", onThreads, calls),
      rounds("in one program", by(here), calls),
    ],
    n < 1e5 ? { rounds: 11 } : n < 5e6 ? { rounds: 7, warmup: 1 } : { rounds: 3, warmup: 1 },
  );
  for (const child of children.splice(0)) child.kill("SIGKILL");
  crew.close();
}
await server.remove();

const train = 30_000;
const file = new URL("../examples/logistic-regression.ts", import.meta.url).href;
const crews = [1, 2].map((number) => threads(number, () => threadOf(file, { train })));
const whole = onAllDigits(lossAndGradient, readDigits("train", 0, train));
const [flat] = emptyWithViews(layout, {
  allocate: (size) => new Float64Array(new SharedArrayBuffer(8 * size)),
});
const [gradient] = emptyWithViews(layout);
const plain = async () => whole(flat, gradient); // oxlint-disable-line require-await
const objectives = crews.map((crew) => sharded(crew, layout, { shards: 8 }));
await Promise.all(objectives.map((objective) => objective(flat, gradient.data.slice())));
await compare(
  `MNIST, ${train} digits full-batch`,
  [
    rounds("no transport", plain, 1),
    ...objectives.map((objective, i) =>
      rounds(`${i + 1} thread${i === 0 ? "" : "s"}`, () => objective(flat, gradient), 1),
    ),
  ],
  { rounds: 15 },
);
for (const crew of crews) crew.close();
process.exit(); // the sockets of the floor are open
