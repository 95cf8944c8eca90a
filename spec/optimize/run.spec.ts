/** What holds for every rule. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { valuesToFlat } from "ndarray-params";
import type { Flat, Info, Objective, SavedState } from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";
import { rosenbrock, type Problem } from "./support/problems.ts";
import { rules } from "./support/rules.ts";

const start = [-1.2, 1, -0.5, 0.8, 1.5];

/** Rosenbrock's function of an ndarray of any stride. */
const ofNdarray: Objective<NdArray<Float64Array>> = (flat, gradient) => {
  const x = Float64Array.from(start, (_, i) => flat.get(i));
  const g = new Float64Array(x.length);
  const loss = rosenbrock(x, g);
  g.forEach((v, i) => gradient.set(i, v));
  return loss;
};

/**
 * v² - 3v down to 2, and beyond a wall with a hole at 1: a search from 2 finds it if its first
 * trial has the length 1, as at a first iteration, and fails from the 3 that follows a step from 3.
 */
const walled: Problem = (x, g) => {
  const v = x[0]!;
  const inHole = Math.abs(v - 1) < 0.1;
  g[0] = v >= 2 ? 2 * v - 3 : inHole ? 0 : 1;
  return v >= 2 ? v * v - 3 * v : inHole ? -5 : 100 + v;
};

/** The iterates of n iterations. */
function iterates<I>(n: number, loop: Iterator<I>, read: () => number[]): number[][] {
  return Array.from({ length: n }, () => {
    expect(loop.next().done).to.equal(false);
    return read();
  });
}

/** An iterable that says when it is opened and closed. */
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
    const n = 30;
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

    it("writes into a gradient it is given, of any stride", () => {
      const flat = ndarray(Float64Array.from(start));
      const gradient = ndarray(new Float64Array(12), [5], [-2], 10);
      const loop = tuned(flat, ofNdarray, { gradient });
      const read = (): number[] => [...flat.data];
      expect(iterates(n, loop, read)).to.deep.equal(want);
      expect(loop.next().value.gradient).to.equal(gradient);
    });

    it("gives the objective the same two objects, of the kind and type of flat", () => {
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

    it("gives one info again and again, with what its loop needs", () => {
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

    it("reports the loss where its gradient was taken", () => {
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

    it("continues from a state bit for bit, also through a flat of its own", () => {
      for (const saved of [
        (given: object) => structuredClone(given),
        (given: object) => valuesToFlat(given as never)[1] as object,
      ]) {
        const flat = Float64Array.from(start);
        const first = tuned(flat, rosenbrock);
        const begun = iterates(13, first, () => [...flat]);
        const { state: kept } = first.next().value;
        begun.push([...flat]);
        first.return!();
        const again = flat.slice();
        const second = tuned(again, rosenbrock, { state: saved(kept) as never });
        const rest = iterates(n - 14, second, () => [...again]);
        expect([...begun, ...rest]).to.deep.equal(want);
        expect([...flat]).to.deep.equal(begun.at(-1));
      }
    });

    /** The iterates that follow, as many as there are, but no more than `most`. */
    const rest = (
      flat: Float64Array,
      most: number,
      saved?: object,
      objective: Problem = rosenbrock,
    ): number[][] => {
      const found: number[][] = [];
      const loop = tuned(flat, objective, saved && { state: saved as SavedState });
      while (found.length < most && loop.next().done !== true) found.push([...flat]);
      return found;
    };

    for (const [problem, from, objective] of [
      ["Rosenbrock's function", start, rosenbrock],
      ["a valley that ends at a wall", [3], walled],
    ] as const) {
      it(`continues in ${problem} as the unbroken run does, wherever it is broken off`, () => {
        const most = searches ? 500 : n; // a search ends by itself where it fails
        const whole = rest(Float64Array.from(from), most, undefined, objective);
        expect(whole.length < most).to.equal(searches);
        const flat = Float64Array.from(from);
        const loop = tuned(flat, objective);
        const { state: kept } = loop.next().value; // the same object in every iteration
        for (let done = 1; done <= whole.length; done++) {
          const go = (): number[][] =>
            rest(flat.slice(), most - done, structuredClone(kept), objective);
          expect(go(), `after ${done}`).to.deep.equal(whole.slice(done));
          loop.next();
          if (done < whole.length) expect([...flat]).to.deep.equal(whole[done]);
          else if (searches) expect(go(), "at its end").to.deep.equal([]);
        }
      });
    }

    it("continues as the unbroken run does, broken off by an error of the objective", () => {
      for (let call = 2; call <= 60; call++) {
        const flat = Float64Array.from(start);
        let calls = 0;
        let info: Info<Float64Array> | undefined;
        const loop = tuned(flat, (own, gradient) => {
          if (++calls === call) throw new Error("no");
          return rosenbrock(own, gradient);
        });
        const untilItThrows = (): void => {
          for (;;) info = loop.next().value;
        };
        expect(untilItThrows).to.throw("no");
        if (info === undefined) continue; // in its first iteration a run has no state yet
        const { iteration } = info.state;
        const go = rest(flat.slice(), n - iteration, structuredClone(info.state));
        expect(go, `call ${call}`).to.deep.equal(want.slice(iteration));
      }
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

    it("passes batches on and ends with them", () => {
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

    it("closes its batches on break, return and errors, and then is done", () => {
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

    it("sees what the objective leaves out of its first gradient", () => {
      const flat = Float64Array.from(start);
      const forgetful = (_: Float64Array, g: Float64Array): number => (g.fill(1, 0, 3), 1);
      expect(() => rule(flat, forgetful).next()).to.throw("the gradient is NaN at element 3");
    });

    it("sees a NaN and an Infinity, and names where", () => {
      const template = { w: [2, 2], b: 1 };
      const faults: [string, (g: Float64Array, loss: number) => number, object][] = [
        ["the loss is NaN", () => NaN, {}],
        ["the loss is Infinity", () => Infinity, {}],
        ["the gradient is NaN at element 3", (g, loss) => ((g[3] = NaN), loss), {}],
        ["the gradient is NaN at b[0]", (g, loss) => ((g[4] = NaN), loss), { template }],
        [
          "the loss is NaN and the gradient is -Infinity at w[1,0]",
          (g) => g.fill(-Infinity, 2).fill(NaN, 3)[4]!,
          { template },
        ],
      ];
      for (const [fault, spoil, options] of faults) {
        const flat = Float64Array.from(start);
        let spoilt = false;
        const objective: Objective<Float64Array> = (own, gradient) => {
          const loss = rosenbrock(own, gradient);
          return spoilt ? spoil(gradient, loss) : loss;
        };
        const loop = tuned(flat, objective, options);
        for (let i = 0; i < 4; i++) loop.next();
        const finite = [...flat];
        spoilt = true;
        expect(() => loop.next())
          .to.throw(RangeError)
          .with.property("message", `${name}: in iteration 5 ${fault}`);
        expect([...flat]).to.deep.equal(finite);
        expect(loop.next().done).to.equal(true);
      }
    });

    it("leaves flat where the last iteration did if the objective throws in any of its calls", () => {
      for (const stride of [1, 2]) {
        for (let call = 1; call <= 25; call++) {
          const flat = ndarray(new Float64Array(10), [5], [stride]);
          start.forEach((v, i) => flat.set(i, v));
          const read = (): number[] => start.map((_, i) => flat.get(i));
          let calls = 0;
          const loop = tuned(flat, (own, gradient) => {
            if (++calls === call) throw new Error("no");
            return ofNdarray(own, gradient);
          });
          let accepted = read();
          const untilItThrows = (): void => {
            for (;;) {
              loop.next();
              accepted = read();
            }
          };
          expect(untilItThrows).to.throw("no");
          expect(read(), `call ${call}`).to.deep.equal(accepted);
        }
      }
    });

    const flat = Float64Array.of(1, 2, 3);
    const objective = (): number => 0;
    const refuses = (what: string, options: object, kind: typeof RangeError, message: string) =>
      [
        what,
        () => {
          try {
            rule(flat, objective, options).next();
          } finally {
            expect([...flat]).to.deep.equal([1, 2, 3]);
          }
        },
        kind,
        `${name}: ${message}`,
      ] as const;
    itRefuses([
      [
        "a plain array as flat",
        () => rule([1, 2] as never, objective),
        TypeError,
        `${name}: flat must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Array`,
      ],
      [
        "an ndarray of integers",
        () => rule(ndarray(new Int8Array(2)) as never, objective),
        TypeError,
        `${name}: flat must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an ndarray on an Int8Array`,
      ],
      [
        "a matrix",
        () => rule(ndarray(new Float64Array(4), [2, 2]), objective),
        RangeError,
        `${name}: flat must have rank 1 and a non-zero stride, got shape [2, 2]`,
      ],
      [
        "a stride of 0",
        () => rule(ndarray(new Float64Array(4), [2], [0]), objective),
        RangeError,
        `${name}: flat must have rank 1 and a non-zero stride, got a stride of 0`,
      ],
      [
        "a flat that reaches outside its array",
        () => rule(ndarray(new Float64Array(4), [3], [2]), objective),
        RangeError,
        `${name}: flat spans elements 0 to 4, its array has 4 elements`,
      ],
      [
        "an objective that is none",
        () => rule(flat, undefined as never),
        TypeError,
        `${name}: objective must be a function, got undefined`,
      ],
      [
        "an objective that gives no number",
        () => rule(flat, (async () => 0) as never).next(),
        TypeError,
        `${name}: objective must return the loss, a number, got a Promise`,
      ],
      refuses(
        "a gradient of another size",
        { gradient: new Float64Array(2) },
        RangeError,
        "flat has 3 elements, gradient has 2",
      ),
      refuses(
        "flat as its gradient",
        { gradient: flat },
        RangeError,
        "flat and gradient must not share elements",
      ),
      refuses(
        "a template of another size",
        { template: [2] },
        RangeError,
        "template needs 2 elements, flat has 3",
      ),
      refuses(
        "batches that are none",
        { batches: 3 },
        TypeError,
        "batches must be an iterable, got 3",
      ),
      refuses("batches without a batch", { batches: [] }, RangeError, "batches has no batch"),
      refuses(
        "a batch that is no array of arguments",
        { batches: [flat] },
        TypeError,
        "a batch must be an array of the objective's further arguments, got a Float64Array",
      ),
      refuses(
        "the state of another rule",
        { state: { ...savedState(rule), velocity: 1 } },
        RangeError,
        "state.velocity is not part of this rule's state",
      ),
      refuses(
        "a state without its iteration",
        { state: {} },
        TypeError,
        "state.iteration must be a number, got undefined",
      ),
      refuses(
        "half an iteration",
        { state: { iteration: 0.5 } },
        RangeError,
        "state.iteration must be a whole number of at least 0, got 0.5",
      ),
    ]);

    function savedState(of: typeof rule): object {
      const x0 = Float64Array.of(1, 2, 3);
      const quadratic: Objective<Float64Array> = (own, gradient) => {
        gradient.set(own);
        return own.reduce((sum, v) => sum + (v * v) / 2, 0);
      };
      return of(x0, quadratic).next().value.state;
    }
  });
}
