/**
 * The coordinator: softmax regression on MNIST by all workers that are there, with a line for each
 * round. It takes no gradient itself. If it is ended and started again, it goes on from its file.
 *
 *     RUN_PASSWORD=... SYS_PASSWORD=... node --import tsx/esm examples/cluster/coordinator.ts \
 *       --server nats://10.0.0.1:4222 --save run.safetensors
 */
import { existsSync } from "node:fs";
import { emptyWithViews } from "ndarray-params";
import { sharded } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { gradientDescent } from "ndarray-params/optimize";
import { layout, report } from "../logistic-regression.ts";
import { readDigits } from "../support/mnist.ts";
import { readOptions, runProgram } from "../support/options.ts";
import { restore, store } from "../support/saved.ts";
import { connectAs, serverOption } from "./account.ts";

const rule = "gradientDescent";

await runProgram(async () => {
  const options = readOptions("Softmax regression on MNIST by many workers.", {
    server: serverOption,
    rounds: { help: "passes over the digits, those before a restart included", default: 100 },
    shards: { help: "parts of each pass", default: 8 },
    seed: { help: "seeds the weights", default: "42" },
    save: { help: "saves to this file after each tenth round, and goes on from it" },
  });
  const [flat] = emptyWithViews(layout);
  randomizeNormal(flat, 0, 0.1, stream(options.seed, "weights"));
  const { server, rounds, shards, save } = options;
  const state = save && existsSync(save) ? await restore(save, rule, flat) : undefined;

  const [connection, system] = await Promise.all([
    connectAs("run", server),
    connectAs("sys", server),
  ]);
  const transport = nats(connection, { subject: "digits", system });
  const objective = sharded(transport, layout, { shards });
  const settings = { stepRate: 0.1, momentum: 0.95, ...(state && { state }) };
  let last = performance.now();
  for await (const { iteration, loss, state: now } of gradientDescent(flat, objective, settings)) {
    const time = performance.now();
    console.log(`round ${iteration}: loss ${loss.toFixed(6)}, ${(time - last).toFixed(0)} ms`);
    last = time;
    if (save !== undefined && iteration % 10 === 0) await store(save, rule, flat, now);
    if (iteration >= rounds) break;
  }
  report("test", flat, readDigits("test", 0, 10_000));
  transport.close();
  await Promise.all([connection.close(), system.close()]);
});
