import { expect } from "chai";

/** One call that must fail, with the kind and the exact text of its error. */
export type Refusal = readonly [
  what: string,
  call: () => unknown,
  kind: ErrorConstructor | TypeErrorConstructor | RangeErrorConstructor,
  message: string,
];

export function itRefuses(refusals: readonly Refusal[]): void {
  for (const [what, call, kind, message] of refusals) {
    it(`refuses ${what}`, () => {
      expect(call).to.throw(kind).with.property("message", message);
    });
  }
}
