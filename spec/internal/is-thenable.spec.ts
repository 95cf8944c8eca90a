import { expect } from "chai";
import { isThenable, letGo } from "../../lib/internal/is-thenable.ts";

const withThen = (then: unknown): object => ({ then }); // oxlint-disable-line no-thenable

describe("isThenable", () => {
  it("knows promises of any make", () => {
    for (const value of [Promise.resolve(), withThen(() => 1)]) {
      expect(isThenable(value)).to.equal(true);
    }
    for (const value of [undefined, null, 1, "then", {}, withThen(1), () => 1]) {
      expect(isThenable(value)).to.equal(false);
    }
  });
});

describe("letGo", () => {
  it("listens to the failure of a promise, and to nothing else", () => {
    const heard: unknown[][] = [];
    const then = (...listeners: unknown[]): void => void heard.push(listeners);
    for (const value of [withThen(then), undefined, 1, {}]) letGo(value);
    expect(heard.length).to.equal(1);
    expect(heard[0]![0]).to.equal(undefined);
    expect((heard[0]![1] as (fault: Error) => unknown)(new Error("late"))).to.equal(undefined);
  });
});
