import { serve } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { garbageOf } from "./garbage.ts";
import { models } from "./models.ts";
import { byWorkers } from "./runs.ts";
import type { TestServer } from "./server.ts";

export interface GarbageOutcome {
  readonly bits: string;
  /** The messages that nobody may take, by whom they went to. */
  readonly sent: { readonly up: number; readonly all: number };
  /** The lines in the logs of the coordinator and of the one worker. */
  readonly refused: { readonly up: number; readonly all: number };
}

/** A run of some rounds with two workers while garbage is sent. */
export async function runInGarbage(
  server: TestServer,
  messages: number,
  rounds: number,
  seed: number,
): Promise<GarbageOutcome> {
  const subject = `garbage.${seed}`;
  const { layout, objective } = models.both;
  const refused = { up: 0, all: 0 };
  const worker = nats(await server.connect(), { subject, log: () => refused.all++ });
  serve(worker, layout, objective);
  const other = nats(await server.connect(), { subject, log: () => {} });
  serve(other, layout, objective);
  const connection = await server.connect();
  const garbage = garbageOf(connection, subject, seed);
  await connection.flush();
  const own = nats(await server.connect(), { subject, log: () => refused.up++ });
  const bits = await byWorkers(own, "both", rounds, async () => {
    for (let i = 0; i < messages / rounds; i++) garbage.send();
    await connection.flush();
  });
  await connection.flush();
  await new Promise((resolve) => setTimeout(resolve, 100)); // the last ones are on their way
  for (const end of [worker, other, own]) end.close();
  return { bits, sent: garbage.counts, refused };
}
