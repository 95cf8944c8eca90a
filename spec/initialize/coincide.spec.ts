import { expect } from "chai";
import ndarray from "ndarray";
import { coincide } from "../../lib/initialize/internal/coincide.ts";
import { drawer } from "../support/gemm/matrices.ts";
import { placesOf } from "../support/strided.ts";

describe("coincide", () => {
  it("agrees with the elements of 4000 views of rank 0 to 3", () => {
    const draw = drawer(9);
    const counts = [0, 0];
    for (let round = 0; round < 4000; round++) {
      const shape = Array.from({ length: round % 4 }, () => draw(5));
      const stride = shape.map(() => draw(25) - 12);
      const view = ndarray(new Float64Array(300), shape, stride, 150);
      const places = placesOf(view);
      const isTrue = new Set(places).size < places.length;
      if (coincide(view) !== isTrue) expect.fail(JSON.stringify(view));
      counts[Number(isTrue)]!++;
    }
    expect(Math.min(...counts)).to.be.above(300);
  });
});
