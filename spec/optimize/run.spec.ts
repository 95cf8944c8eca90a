/** The contract that every rule keeps. */
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import ndarray from "ndarray";
import type { Flat, Objective } from "ndarray-params/optimize";
import { rosenbrock } from "./support/problems.ts";
import { rules } from "./support/rules.ts";
import { iterates, n, ofNdarray, start } from "./support/runs.ts";

/** An iterable that counts how often it is open, and how often it was drawn from. */
function watched<T>(value: T): { values: Iterable<T>; open: () => number; drawn: () => number } {
  let [open, drawn] = [0, 0];
  const values = {
    *[Symbol.iterator]() {
      open++;
      try {
        for (;;) {
          drawn++;
          yield value;
        }
      } finally {
        open--;
      }
    },
  };
  return { values, open: () => open, drawn: () => drawn };
}

for (const { name, rule, tuned, state, searches } of rules) {
  describe(name, () => {
    const x = Float64Array.from(start);
    const want = iterates(n, tuned(x, rosenbrock), () => [...x]);

    it("lowers Rosenbrock's function", () => {
      const g = new Float64Array(5);
      expect(rosenbrock(x, g)).to.be.below(0.9 * rosenbrock(Float64Array.from(start), g));
    });

    for (const stride of [1, 3, -2]) {
      it(`does the same on an ndarray of stride ${stride} and leaves its neighbours alone`, () => {
        const data = new Float64Array(20).fill(-7);
        const flat = ndarray(data, [5], [stride], stride > 0 ? 2 : 15);
        start.forEach((v, i) => flat.set(i, v));
        const read = (): number[] => start.map((_, i) => flat.get(i));
        expect(iterates(n, tuned(flat, ofNdarray), read)).to.deep.equal(want);
        expect(data.filter((v) => v === -7)).to.have.length(15);
      });
    }

    it("does the same on an array of another realm", () => {
      const flat = runInNewContext(`Float64Array.from([${start.join()}])`) as Float64Array;
      expect(flat).not.to.be.instanceOf(Float64Array);
      expect(iterates(n, tuned(flat, rosenbrock), () => [...flat])).to.deep.equal(want);
    });

    it("writes into a given gradient of any stride", () => {
      const flat = ndarray(Float64Array.from(start));
      const gradient = ndarray(new Float64Array(12), [5], [-2], 10);
      const loop = tuned(flat, ofNdarray, { gradient });
      const read = (): number[] => [...flat.data];
      expect(iterates(n, loop, read)).to.deep.equal(want);
      expect(loop.next().value.gradient).to.equal(gradient);
    });

    it("gives the objective the same two objects in each call, both of the kind of flat", () => {
      const flats: Flat[] = [new Float32Array(start), ndarray(new Float32Array(start))];
      for (const flat of flats) {
        const seen = new Set<unknown>();
        const objective: Objective<Flat> = (own, gradient) => {
          seen.add(own).add(gradient);
          const [from, to] = [own, gradient].map((v) => ("data" in v ? v.data : v));
          const g = new Float64Array(5);
          const loss = rosenbrock(Float64Array.from(from!), g);
          to!.set(g);
          return loss;
        };
        const loop = tuned(flat, objective);
        for (let i = 0; i < 5; i++) loop.next();
        expect([...seen][0]).to.equal(flat);
        expect(seen.size).to.equal(2);
        expect(Object.prototype.toString.call([...seen][1])).to.equal(
          Object.prototype.toString.call(flat),
        );
      }
    });

    it("gives the same info in each iteration, with everything that a loop needs", () => {
      const flat = Float64Array.from(start);
      const loop = tuned(flat, rosenbrock);
      const { value: info } = loop.next();
      expect(loop.next().value).to.equal(info);
      expect(info.iteration).to.equal(2);
      expect(info.evaluations).to.be.at.least(2);
      expect(info.state.iteration).to.equal(2);
      expect(Object.keys(info.state)).to.have.members(state);
      for (const entry of Object.values(info.state)) {
        if (entry instanceof Float64Array) expect(entry).to.have.length(5);
      }
    });

    it("reports the loss at the point where the gradient was taken", () => {
      const flat = Float64Array.from(start);
      const seen: number[] = [];
      const loop = rule(flat, (own, gradient) => {
        seen.push(rosenbrock(own, gradient));
        return seen.at(-1)!;
      });
      const { value: info } = loop.next();
      if (searches) expect(info.loss).to.equal(rosenbrock(flat, new Float64Array(5)));
      else expect([info.loss]).to.deep.equal(seen);
    });

    it("keeps two loops apart", () => {
      const [a, b] = [Float64Array.from(start), Float64Array.from(start)];
      const [one, two] = [tuned(a, rosenbrock), tuned(b, rosenbrock)];
      for (const iterate of want) {
        one.next();
        expect([...a]).to.deep.equal(iterate);
        two.next();
        expect([...b]).to.deep.equal(iterate);
      }
    });

    it("passes batches to the objective and ends with them", () => {
      const flat = Float64Array.from(start);
      const batches = [[1], [2], [3]] as const;
      const seen = new Set<number>();
      const objective = (own: Float64Array, gradient: Float64Array, batch: number): number => {
        seen.add(batch);
        return rosenbrock(own, gradient);
      };
      const losses = [...tuned(flat, objective, { batches })].length;
      expect(losses).to.equal(3);
      expect([...seen]).to.deep.equal([1, 2, 3]);
      expect([...flat]).to.deep.equal(want[2]);
    });

    it("closes its batches on break, return and errors, and is done then", () => {
      const batches = watched([0] as const);
      const flat = Float64Array.from(start);
      const objective: Objective<Float64Array, [number]> = rosenbrock;
      for (const info of tuned(flat, objective, {
        batches: batches.values,
      })) {
        expect(batches.open()).to.equal(1);
        if (info.iteration === 2) break;
      }
      expect(batches.open()).to.equal(0);
      const failing = tuned(
        flat,
        (_own, _gradient, _batch: number) => {
          throw new Error("no");
        },
        { batches: batches.values },
      );
      expect(() => failing.next()).to.throw("no");
      expect(batches.open()).to.equal(0);
      expect(failing.next()).to.deep.equal({ value: undefined, done: true });
      expect(failing.return!()).to.deep.equal({ value: undefined, done: true });
      const drawn = batches.drawn();
      expect(failing.next().done).to.equal(true);
      expect(batches.drawn()).to.equal(drawn);
    });
  });
}
