/**
 * A worker: it reads the digits and evaluates shards for whoever coordinates, until it is ended.
 *
 *     RUN_PASSWORD=... node --import tsx/esm examples/cluster/worker.ts --server nats://10.0.0.1:4222
 */
import { serve } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { layout, lossAndGradient } from "../logistic-regression.ts";
import { readDigits } from "../support/mnist.ts";
import { readOptions, runProgram } from "../support/options.ts";
import { inShards } from "../support/shards.ts";
import { connectAs, serverOption } from "./account.ts";

await runProgram(async () => {
  const { server, train } = readOptions("A worker for softmax regression on MNIST.", {
    server: serverOption,
    train: { help: "digits to learn from", default: 50_000, most: 50_000 },
  });
  const objective = inShards(lossAndGradient, readDigits("train", 0, train));
  const connection = await connectAs("run", server);
  serve(nats(connection, { subject: "digits" }), layout, objective);
  process.once("disconnect", () => process.exit()); // the program that has started it is gone
  await connection.closed();
});
