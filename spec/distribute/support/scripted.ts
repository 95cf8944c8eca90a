/** A transport that a spec plays itself: it notes what the coordinator says, and says what it likes. */
import { sharded, type Events, type ShardedOptions } from "ndarray-params/distribute";

export function scripted(options: Partial<ShardedOptions> = {}) {
  let events: Events | undefined;
  const said: string[] = [];
  let heard = (): void => {};
  const say = (text: string): void => {
    said.push(text);
    heard();
  };
  const transport = {
    open: (_: unknown, given: Events) => {
      events = given;
      return {
        begin: ({ number }: { number: number }, worker = "all") =>
          say(`round ${number} to ${worker}`),
        assign: (worker: string, shard: number) => say(`shard ${shard} to ${worker}`),
        dismiss: (worker: string) => say(`dismiss ${worker}`),
      };
    },
  };
  const objective = sharded(transport, [2], { shards: 2, ...options });
  const gradient = new Float64Array(2);
  return {
    events: events!,
    gradient,
    evaluate: () => objective(Float64Array.of(1, 2), gradient),
    /** The lines that were said since the last call. */
    said: () => said.splice(0),
    /** Waits until the coordinator has said this. */
    until: async (text: string) => {
      while (!said.includes(text)) {
        await new Promise<void>((resolve) => (heard = resolve)); // oxlint-disable-line no-await-in-loop
      }
    },
    /** An answer with the gradient [loss, loss]. */
    answer: (worker: string, round: number, shard: number, loss: number) =>
      events!.answer(worker, { round, shard, loss, gradient: new Float64Array(2).fill(loss) }),
  };
}
