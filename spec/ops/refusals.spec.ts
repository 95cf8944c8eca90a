/** The errors of ops: they name the call and the operand, and end with the words of ndarray-ops. */
import { expect } from "chai";
import ndarray from "ndarray";
import generated from "ndarray-ops";
import ops from "ndarray-params/ops";

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;
const [own, peer] = [ops, generated] as unknown as [Functions, Functions];

const vector = ndarray(new Float64Array(2));
const longer = ndarray(new Float64Array(3));
const matrix = ndarray(new Float64Array(2), [1, 2]);

function errorOf(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  return expect.fail("no error");
}

const bare = { data: vector.data, shape: [2], stride: [1], offset: 0 };
const ranks = "cwise: Arrays do not all have the same dimensionality!";
const shapes = "cwise: Arrays do not all have the same shape!";
const length = "Cannot read properties of undefined (reading 'length')";

describe("ops refuses", () => {
  const refusals: [what: string, name: string, args: unknown[], text: string][] = [
    ["other ranks", "add", [vector, vector, matrix], `all views must have one shape, got [2], [2], [1, 2]; ${ranks}`],
    ["other shapes", "addeq", [vector, longer], `all views must have one shape, got [2], [3]; ${shapes}`],
    ["another shape of the third view", "max", [vector, vector, longer], `all views must have one shape, got [2], [2], [3]; ${shapes}`],
    ["another rank beside what is no view", "sub", [vector, matrix, 2], `all views must have one shape, got [2], [1, 2], Number; ${ranks}`],
    ["a number in the place of a view", "add", [vector, vector, 2], `c must be an ndarray, got Number; ${length}`],
    ["an array in the place of a view", "assign", [vector, [1, 2]], `b must be an ndarray, got Array; ${length}`],
    ["nothing", "mul", [], "a must be an ndarray, got Undefined; Cannot read properties of undefined (reading 'shape')"],
    ["nothing to add up", "sum", [], "a must be an ndarray, got Undefined; Cannot read properties of undefined (reading 'dtype')"],
    ["null", "negeq", [null], "a must be an ndarray, got Null; Cannot read properties of null (reading 'dtype')"],
    ["what has neither order nor dtype", "any", [{}], "a must be an ndarray, got Object; Cannot read properties of undefined (reading 'join')"],
    ["what has no dtype", "neg", [vector, { ...bare, order: [0] }], "b must be an ndarray, got Object; Cannot read properties of undefined (reading 'match')"],
  ]; // oxfmt-ignore
  for (const [what, name, args, text] of refusals) {
    it(`${what}, as ndarray-ops does: ${name}`, () => {
      const [got, wanted] = [own, peer].map((library) => errorOf(() => library[name]!(...args)));
      expect(got!.message).to.equal(`${name}: ${text}`);
      expect(got!.name).to.equal(wanted!.name);
      expect(got!.message.endsWith(wanted!.message)).to.equal(true);
      expect([...vector.data]).to.deep.equal([0, 0]);
    });
  }

  it("arrays of more than 2^31 elements, which is the one further difference", () => {
    const data = new Proxy([1, 2], {
      get: (target, key) => (key === "length" ? 2 ** 31 + 1 : Reflect.get(target, key)),
    });
    const long = { ...bare, data, dtype: "array", order: [0] };
    const text = "must have at most 2^31 elements, got 2147483649";
    expect(errorOf(() => own["sum"]!(long))).to.be.instanceOf(RangeError);
    expect(errorOf(() => own["sum"]!(long)).message).to.equal(`sum: a ${text}`);
    expect(errorOf(() => own["add"]!(vector, vector, long)).message).to.equal(`add: c ${text}`);
  });

  it("a view without a shape in the words of the engine", () => {
    const odd = { dtype: "float64", order: [0], data: vector.data };
    expect(errorOf(() => own["sum"]!(odd)).message).to.equal(
      `sum: a must be an ndarray, got Object; ${length}`,
    );
  });
});
