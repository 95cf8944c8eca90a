import { expect } from "chai";
import { openBreakpoints } from "../../../lib/optimize/bounded/breakpoints.ts";
import { numbers } from "../support/dense.ts";

describe("openBreakpoints", () => {
  for (const count of [0, 1, 2, 3, 10, 101]) {
    it(`draws ${count} lengths in order`, () => {
      const draw = numbers(count);
      const lengths = Array.from({ length: count }, () => Math.floor(20 * (draw() + 1))); // some are equal
      const path = openBreakpoints(count);
      for (const round of [1, 2]) {
        path.clear();
        lengths.forEach((length, i) => path.add(round * length, i));
        path.order();
        const drawn: number[] = [];
        const indices = new Set<number>();
        while (path.next() < Infinity) {
          const next = path.next();
          const index = path.draw();
          expect(round * lengths[index]!).to.equal(next);
          drawn.push(next);
          indices.add(index);
        }
        expect(drawn).to.deep.equal(
          lengths.map((length) => round * length).toSorted((a, b) => a - b),
        );
        expect(indices.size).to.equal(count);
      }
    });
  }
});
