/**
 * Times making views for 2, 20 and 200 leaves: the first time, and found again. Beside it stand
 * ndarray() by hand, and climin's slicing and reshaping in NumPy.
 */
import ndarray from "ndarray";
import { emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { compare, printMachine, timed } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";

const climin = `
def shaped_from_flat(flat, shapes):
    used = 0
    views = []
    for shape in shapes:
        size = int(np.prod(shape))
        view = flat[used:used + size]
        view.shape = shape
        views.append(view)
        used += size
    return views
`;

printMachine();
const numpy = numpyVersion();
console.log(numpy === undefined ? "no NumPy here, its column is left out\n" : `NumPy ${numpy}\n`);

for (const count of [2, 20, 200]) {
  const shapes = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? [10, 5] : [5]));
  const layout = layoutOf(shapes);
  const [flat] = emptyWithViews(layout);
  const { data } = flat;

  /** An array never met before, without the cost of its elements: a subarray of one buffer. */
  const unmet = (): Float64Array => data.subarray(0);
  const byHand = (): unknown[] => {
    const array = unmet();
    let offset = 0;
    return shapes.map((shape) => {
      const view = ndarray(array, shape, undefined, offset);
      offset += shape.reduce((size, axis) => size * axis, 1);
      return view;
    });
  };

  const calls = 100_000 / count;
  const python =
    numpy === undefined
      ? undefined
      : numpyContestants(
          `${climin}\nshapes = ${JSON.stringify(shapes)}\nflat = np.zeros(${layout.size})`,
          { "climin, NumPy": { statement: "shaped_from_flat(flat, shapes)", calls } },
        );
  const own = [
    timed("first time", () => shapedFromFlat(unmet(), layout), calls),
    timed("found again", () => shapedFromFlat(flat, layout), 100_000),
    timed("by hand, ndarray()", byHand, calls),
  ];
  await compare(`${count} leaves`, [...own, ...(python?.contestants ?? [])], {
    unit: "us",
    warmup: 10,
  });
  python?.close();
}

const layout = layoutOf([[784, 10], 10]);
const [flat] = emptyWithViews(layout);
const growth = (): number => {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 1e6; i++) shapedFromFlat(flat, layout);
  return (process.memoryUsage().heapUsed - before) / 1e6;
};
// What a call allocates shows in each run; what the compiler does, only in some.
const least = Math.min(...Array.from({ length: 6 }, growth));
console.log(`1e6 calls that find views again grow the heap by ${least.toFixed(3)} MB`);
