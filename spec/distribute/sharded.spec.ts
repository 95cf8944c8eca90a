/** The coordinator: who gets which shard, and what happens if workers are late, die or fail. */
import { expect } from "chai";
import ndarray from "ndarray";
import { inProcess, serve, sharded, type Name } from "ndarray-params/distribute";
import { adam, minimizeAsync, afterIterations } from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";
import { rejection } from "../support/rejection.ts";
import { scripted } from "./support/scripted.ts";

describe("sharded", () => {
  it("gives shards to idle workers, lowest first, and adds them in order", async () => {
    const { events, evaluate, said, answer, gradient } = scripted({ shards: 3 });
    events.join("a");
    const loss = evaluate();
    events.join("b");
    expect(said()).to.deep.equal([
      "round 1 to all",
      "shard 0 to a",
      "round 1 to b",
      "shard 1 to b",
    ]);
    answer("b", 1, 1, 1);
    answer("b", 1, 2, 2 ** -53);
    expect(said()).to.deep.equal(["shard 2 to b"]);
    answer("a", 1, 0, 2 ** -53);
    // (2⁻⁵³ + 1) + 2⁻⁵³ is 1, and 2⁻⁵³ + 2⁻⁵³ + 1 would be more.
    expect(await loss).to.equal(1);
    expect([...gradient]).to.deep.equal([1, 1]);
  });

  it("takes the answer of each shard once, and none of another round", async () => {
    const { events, evaluate, answer, gradient } = scripted();
    events.join("a");
    const first = evaluate();
    answer("a", 1, 0, 1);
    answer("a", 1, 0, 50);
    answer("a", 0, 1, 50);
    answer("a", 2, 1, 50);
    answer("a", 1, 7, 50);
    answer("a", 1, 1, 2);
    expect(await first).to.equal(3);
    answer("a", 1, 1, 50);
    const second = evaluate();
    answer("a", 1, 0, 50);
    answer("a", 2, 1, 4);
    answer("a", 2, 1, 50);
    answer("a", 2, 0, 8);
    expect(await second).to.equal(12);
    expect([...gradient]).to.deep.equal([12, 12]);
  });

  it("gives the shard of a worker that leaves to another, before later ones", async () => {
    const { events, evaluate, said, answer } = scripted({ shards: 3 });
    for (const name of ["a", "b"]) events.join(name);
    const loss = evaluate();
    said();
    events.leave("a", "it was closed");
    events.leave("a", "it was closed");
    answer("b", 1, 1, 2);
    answer("b", 1, 0, 1);
    answer("b", 1, 2, 4);
    expect(said()).to.deep.equal(["shard 0 to b", "shard 2 to b"]);
    expect(await loss).to.equal(7);
  });

  it("sends the round again to a worker that joins again, and its shard to whoever is idle", async () => {
    const { events, evaluate, said, answer } = scripted();
    events.join("a");
    const loss = evaluate();
    events.join("a");
    answer("a", 1, 0, 1);
    events.join("a");
    answer("a", 1, 1, 2);
    expect(said()).to.deep.equal([
      "round 1 to all",
      "shard 0 to a",
      "round 1 to a",
      "shard 0 to a",
      "shard 1 to a",
      "round 1 to a",
      "shard 1 to a",
    ]);
    expect(await loss).to.equal(3);
    events.join("a");
    expect(said()).to.deep.equal([]);
  });

  it("gives up a worker that does not answer in time, and takes its answer if it comes", async () => {
    const { events, evaluate, until, said, answer } = scripted({ shards: 1, deadline: 4 });
    events.join("a");
    const loss = evaluate();
    await until("dismiss a");
    events.join("b");
    await until("shard 0 to b");
    answer("a", 1, 0, 5);
    expect(await loss).to.equal(5);
    said();
    const next = evaluate();
    expect(said()).to.deep.equal(["round 2 to all", "shard 0 to a"]); // b is still at it
    answer("b", 1, 0, 5);
    answer("a", 2, 0, 6);
    expect(await next).to.equal(6);
  });

  it("watches a worker that is still at a shard of a round before", async () => {
    const { events, evaluate, until, said, answer } = scripted({ shards: 3, deadline: 4 });
    for (const name of ["a", "b"]) events.join(name);
    const failed = rejection(evaluate());
    answer("b", 1, 1, 9); // waits for shard 0, and is forgotten
    events.failure("b", { round: 1, shard: 2, message: "no data" });
    events.failure("b", { round: 1, shard: 2, message: "no data" });
    expect((await failed).message).to.equal("sharded: shard 2: no data");
    said();
    const next = evaluate();
    answer("b", 2, 0, 1);
    await until("dismiss a");
    answer("b", 2, 1, 2);
    answer("b", 2, 2, 4);
    expect(await next).to.equal(7);
  });

  it("rejects if a shard is lost too often", async () => {
    const { events, evaluate } = scripted({ shards: 1, attempts: 3 });
    events.join("a");
    const error = rejection(evaluate());
    for (const [name, next] of ["ab", "bc", "cd"] as unknown as [string, string][]) {
      events.leave(name, "it died");
      events.join(next);
    }
    expect((await error).message).to.equal(
      "sharded: shard 0 was lost 3 times, now because it died",
    );
  });

  it("rejects if no worker comes, and says how the last one was lost", async () => {
    const { events, evaluate, answer } = scripted({ patience: 4 });
    expect((await rejection(evaluate())).message).to.equal("sharded: no worker was there for 4 ms");
    events.join("a");
    events.leave("a", "it died");
    expect((await rejection(evaluate())).message).to.equal(
      "sharded: no worker was there for 4 ms; the last one was lost because it died",
    );
    const loss = evaluate();
    events.join("b");
    answer("b", 3, 0, 1);
    answer("b", 3, 1, 1);
    expect(await loss).to.equal(2);
  });

  it("rejects if no worker can come any more, now and later", async () => {
    const { events, evaluate, said } = scripted();
    const now = rejection(evaluate());
    events.end(new Error("the server is gone"));
    expect((await now).message).to.equal("the server is gone");
    events.join("a");
    expect((await rejection(evaluate())).message).to.equal("the server is gone");
    expect(said()).to.deep.equal(["round 1 to all"]);
  });

  it("does one evaluation at a time", async () => {
    const { events, evaluate, answer } = scripted();
    const first = evaluate();
    expect((await rejection(evaluate())).message).to.equal(
      "sharded: the evaluation before this one is not done yet",
    );
    events.join("a");
    answer("a", 1, 0, 1);
    answer("a", 1, 1, 1);
    expect(await first).to.equal(2);
  });

  it("is an objective of every rule, for flats of any kind and stride", async () => {
    const here = inProcess();
    serve(here, [3], ({ data }, gradient, { index, count }) => {
      let loss = 0;
      data.forEach((v, i) => {
        gradient.data[i] = (2 * (v - i)) / count;
        loss += (v - i) ** 2 / count;
      });
      return index < 0 ? NaN : loss;
    });
    const flat = ndarray(new Float64Array(6).fill(9), [3], [-2], 5);
    const objective = sharded(here, [3], { shards: 2 });
    await minimizeAsync(adam, flat, objective, { stepRate: 0.1, stop: afterIterations(500) });
    for (let i = 0; i < 3; i++) expect(flat.get(i)).to.be.closeTo(i, 1e-2);
    expect([flat.data[0], flat.data[2]]).to.deep.equal([9, 9]);
  });

  it("works in float32, and adds in float64", async () => {
    const here = inProcess();
    serve(here, [1], (flat, gradient, { index }) => {
      gradient.data[0] = index === 0 ? 2 ** 24 : 1;
      return flat.dtype === "float32" ? 1 : 0;
    }, { dtype: "float32" }); // oxfmt-ignore
    const gradient = new Float32Array(1);
    const objective = sharded(here, [1], { shards: 3, dtype: "float32" });
    expect(await objective(new Float32Array(1), gradient)).to.equal(3);
    expect(gradient[0]).to.equal(2 ** 24 + 2);
  });
});

describe("sharded, with mistakes,", () => {
  const here = () => inProcess();
  const given = (options: object) => () => sharded(here(), [2], { shards: 2, ...options });
  itRefuses([
    ["no transport", () => sharded(null as never, [2], { shards: 2 }), TypeError, "sharded: transport must be a transport, got null"],
    ["a transport that cannot open", () => sharded({} as never, [2], { shards: 2 }), TypeError, "sharded: transport.open must be a function, got undefined"],
    ["a template that is none", () => sharded(here(), [-1], { shards: 2 }), RangeError, "sharded: 0: axis length must be a non-negative integer, got -1"],
    ["an unknown option", given({ shard: 2 }), RangeError, 'sharded: no option "shard"; its options are shards, dtype, deadline, patience, attempts'],
    ["no shards", given({ shards: 0 }), RangeError, "sharded: shards must be a whole number of at least 1, got 0"],
    ["a dtype that is none", given({ dtype: "float16" }), TypeError, 'sharded: dtype must be "float64" or "float32", got "float16"'],
    ["a deadline of 0", given({ deadline: 0 }), RangeError, "sharded: deadline must be above 0 and finite, got 0"],
    ["no attempts", given({ attempts: 0.5 }), RangeError, "sharded: attempts must be a whole number of at least 1, got 0.5"],
    ["a second coordinator in one program", () => { const one = here(); sharded(one, [2], { shards: 2 }); sharded(one, [2], { shards: 2 }); }, TypeError, "inProcess: the transport is open already"],
    ["no worker's end", () => serve(null as never, [2], () => 0), TypeError, "serve: transport must be the worker's end of a transport, got null"],
    ["an end that cannot serve", () => serve({} as never, [2], () => 0), TypeError, "serve: transport.serve must be a function, got undefined"],
    ["an objective that is none", () => serve(here(), [2], 5 as never), TypeError, "serve: objective must be a function, got 5"],
    ["an option of serve that is none", () => serve(here(), [2], () => 0, { shards: 2 } as never), RangeError, 'serve: no option "shards"; its options are dtype'],
  ]); // oxfmt-ignore

  const x = new Float64Array(2);
  for (const [what, args, message] of [
    ["another length", [new Float64Array(3), x], "sharded: template needs 2 elements, flat has 3"],
    [
      "another dtype",
      [new Float32Array(2), x],
      "sharded: flat must be of float64, got float32; see option dtype",
    ],
    [
      "a gradient of another length",
      [x, new Float64Array(1)],
      "sharded: template needs 2 elements, gradient has 1",
    ],
    [
      "a batch of data",
      [x, x, x],
      "sharded: batch[0] must be a string or a finite number, got a Float64Array",
    ],
  ] as const) {
    // oxfmt-ignore
    it(`rejects ${what}`, async () => {
      const objective = sharded(here(), [2], { shards: 2 });
      const call = objective(args[0], args[1], ...(args.slice(2) as unknown[] as Name[]));
      expect((await rejection(call)).message).to.equal(message);
    });
  }

  for (const [what, objective, message] of [
    [
      "an error",
      () => {
        throw new RangeError("no such sample");
      },
      "no such sample",
    ],
    [
      "something else that is thrown",
      () => {
        throw "no";
      },
      "no",
    ], // oxlint-disable-line no-throw-literal
    ["a promise that rejects", () => Promise.reject(new Error("late")), "late"],
    [
      "no loss",
      () => undefined as never,
      "serve: objective must return the loss, a number, got undefined",
    ],
  ] as const) {
    // oxfmt-ignore
    it(`rejects with ${what} of the shard's objective, and goes on`, async () => {
      const one = here();
      let calls = 0;
      serve(one, [2], (_, gradient) => (gradient.data.fill(0), ++calls === 1 ? objective() : 1));
      const whole = sharded(one, [2], { shards: 2 });
      expect((await rejection(whole(x, x.slice()))).message).to.equal(`sharded: shard 0: ${message}`);
      expect(await whole(x, x.slice())).to.equal(2);
    });
  }

  it("gives NaN for an element that the objective forgets", async () => {
    const one = here();
    serve(one, [2], (_, gradient) => (gradient.data[0] = 1));
    const gradient = new Float64Array(2);
    await sharded(one, [2], { shards: 2 })(x, gradient);
    expect([...gradient]).to.deep.equal([2, NaN]);
  });

  for (const [what, template, dtype, difference] of [
    ["another size", [3], "float64", "size 3 instead of 2"],
    ["another dtype", [2], "float32", "dtype float32 instead of float64"],
    ["another template of the size", [1, 1], "float64", "another template"],
  ] as const) {
    it(`rejects if a worker in the program has ${what}`, async () => {
      const one = here();
      serve(one, template as never, () => 0, { dtype });
      const call = sharded(one, [2], { shards: 1 })(x, x.slice());
      expect((await rejection(call)).message).to.equal(`sharded: a worker serves ${difference}`);
    });
  }
});
