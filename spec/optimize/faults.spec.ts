/** Every rule refuses bad arguments and numbers, and leaves flat in a known place. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { Objective } from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";
import { rosenbrock } from "./support/problems.ts";
import { rules } from "./support/rules.ts";
import { ofNdarray, start } from "./support/runs.ts";

for (const { name, rule, tuned } of rules) {
  describe(name, () => {
    it("notices an element that the objective leaves out of its first gradient", () => {
      const flat = Float64Array.from(start);
      const forgetful = (_: Float64Array, g: Float64Array): number => (g.fill(1, 0, 3), 1);
      expect(() => rule(flat, forgetful).next()).to.throw("the gradient is NaN at element 3");
    });

    it("notices a NaN or an infinity, and names its place", () => {
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

    it("leaves flat where the last iteration did, whichever call of the objective throws", () => {
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

    it("refuses to go on if the memory of the flat or of its gradient has gone", () => {
      const lose = ({ buffer }: Float64Array): unknown =>
        structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
      for (const [what, call] of [
        ["flat", 3],
        ["gradient", 3],
        ["flat", 0],
      ] as const) {
        const lost = { flat: Float64Array.from(start), gradient: new Float64Array(5) };
        const { flat: own, gradient } = lost;
        let calls = 0;
        const objective: Objective<Float64Array> = (x, g) => {
          const loss = rosenbrock(x, g);
          if (++calls === call) lose(lost[what]);
          return loss;
        };
        const loop = rule(own, objective, { gradient });
        if (call === 0) loop.next();
        if (call === 0) lose(own);
        expect(() => {
          for (let i = 0; i < 9; i++) loop.next();
        })
          .to.throw(RangeError)
          .with.property("message", `${name}: ${what} must keep its memory of 5 elements, got 0`);
        expect(loop.end!.reason).to.equal("error");
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
        `${name}: flat must lie within its array of 4 elements, got elements 0 to 4`,
      ],
      [
        "an objective that is not a function",
        () => rule(flat, undefined as never),
        TypeError,
        `${name}: objective must be a function, got undefined`,
      ],
      [
        "an objective that returns no number",
        () => rule(flat, (() => "0") as never).next(),
        TypeError,
        `${name}: objective must return the loss, a number, got "0"`,
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
        "a template that is not one",
        { template: { w: [-1] } },
        RangeError,
        "w: axis length must be a non-negative integer, got -1",
      ),
      refuses(
        "batches that are not iterable",
        { batches: 3 },
        TypeError,
        "batches must be an iterable, got 3",
      ),
      refuses(
        "batches without a batch",
        { batches: [] },
        RangeError,
        "batches must give at least one batch",
      ),
      refuses(
        "a batch that is not an array of arguments",
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
