/** Every rule under `for await`: the same steps, with an objective that takes its time. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { AsyncLoop, Info } from "ndarray-params/optimize";
import { rosenbrock, type Problem } from "./support/problems.ts";
import { rules } from "./support/rules.ts";
import { iterates, n, ofNdarray, start } from "./support/runs.ts";

/** The same objective, after some turns of the event loop. */
const slowly =
  (objective: Problem) =>
  async (x: Float64Array, g: Float64Array): Promise<number> => {
    await new Promise((resolve) => setImmediate(resolve));
    return objective(x, g);
  };

for (const { name, tuned, searches } of rules) {
  describe(`${name} under for await`, () => {
    const x = Float64Array.from(start);
    const want = iterates(n, tuned(x, rosenbrock), () => [...x]);

    /** The iterates of n iterations. */
    async function seen(
      loop: AsyncLoop<Info<never>>,
      read: () => number[],
    ): Promise<{ found: number[][]; infos: Set<object> }> {
      const found: number[][] = [];
      const infos = new Set<object>();
      for await (const info of loop) {
        infos.add(info);
        found.push(read());
        if (found.length === n) break;
      }
      return { found, infos };
    }

    it("takes the same steps bit for bit, and gives one info", async () => {
      const flat = Float64Array.from(start);
      const loop = tuned(flat, slowly(rosenbrock));
      const { found, infos } = await seen(loop as never, () => [...flat]);
      expect(found).to.deep.equal(want);
      expect(infos.size).to.equal(1);
      expect(loop.end).to.include({ reason: "stopped", iteration: n });
    });

    it("takes numbers too, and flats of any stride", async () => {
      const flat = ndarray(new Float64Array(10), [5], [-2], 9);
      start.forEach((v, i) => flat.set(i, v));
      const read = (): number[] => start.map((_, i) => flat.get(i));
      const { found } = await seen(tuned(flat, ofNdarray) as never, read);
      expect(found).to.deep.equal(want);
    });

    it("does one iteration after the other, whoever waits", async () => {
      const flat = Float64Array.from(start);
      const loop = tuned(flat, slowly(rosenbrock))[Symbol.asyncIterator]();
      const pending = Array.from({ length: n }, () => loop.next());
      const left = loop.return!();
      const results = await Promise.all([...pending, left]);
      expect(results.map(({ done }) => done)).to.deep.equal([...want.map(() => false), true]);
      expect([...flat]).to.deep.equal(want.at(-1));
      expect(loop.end).to.include({ reason: "stopped", iteration: n });
    });

    it("puts flat back and closes its batches if a promise fails", async () => {
      for (let call = 1; call <= 8; call++) {
        const flat = Float64Array.from(start);
        let [calls, closed] = [0, false];
        const batches = (function* (): Generator<[]> {
          try {
            for (;;) yield [];
          } finally {
            closed = true;
          }
        })();
        const objective = async (own: Float64Array, g: Float64Array): Promise<number> => {
          await Promise.resolve();
          if (++calls === call) throw new Error("no");
          return rosenbrock(own, g);
        };
        let accepted = [...flat];
        const loop = tuned(flat, objective, { batches });
        const error = await (async () => {
          for await (const _ of loop) accepted = [...flat];
        })().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error).to.have.property("message", "no");
        expect([...flat]).to.deep.equal(accepted);
        expect(closed).to.equal(true);
        expect(loop.end).to.deep.include({ reason: "error", error });
        expect(await loop[Symbol.asyncIterator]().next()).to.deep.equal({
          value: undefined,
          done: true,
        });
      }
    });

    it("refuses a promise in a for...of, and nobody hears of its failure", () => {
      const flat = Float64Array.from(start);
      const failing = async (): Promise<number> => {
        throw new Error("unheard");
      };
      expect(() => tuned(flat, failing as never).next())
        .to.throw(TypeError)
        .with.property(
          "message",
          `${name}: objective must return at once, or be waited for by "for await", got a Promise`,
        );
      expect([...flat]).to.deep.equal(start);
    });

    it("refuses a call of next within an iteration, and goes on", async () => {
      const flat = Float64Array.from(start);
      const message = `${name}: the iteration before this one is not done yet`;
      const inner: (() => unknown)[] = [];
      const loop = tuned(flat, (own, g) => {
        for (const act of inner) expect(act).to.throw(TypeError).with.property("message", message);
        return rosenbrock(own, g);
      });
      inner.push(
        () => loop.next(),
        () => loop.return!(),
      );
      loop.next();
      expect([...flat]).to.deep.equal(want[0]);
      inner.length = 0;
      await loop[Symbol.asyncIterator]().next();
      expect([...flat]).to.deep.equal(want[1]);
      expect(searches || loop.end === undefined).to.equal(true);
    });
  });
}
