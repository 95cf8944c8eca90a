import { expect } from "chai";
import { checkGradient } from "ndarray-params";
import { MOST, openRace, racers, type RaceOptions } from "../../docs/live/valley/race.ts";
import { valleys } from "../../docs/live/valley/valleys.ts";

const options: RaceOptions = { descentRate: 1e-3, momentum: 0.9, adamRate: 0.1, rmsPropRate: 0.01 };

for (const [name, valley] of Object.entries(valleys)) {
  describe(`the valley of ${name}`, () => {
    it("has the gradient that central differences give", () => {
      const { worst } = checkGradient(
        (at: Float64Array, gradient: Float64Array) => valley.f(at, gradient),
        Float64Array.of(0.7, -0.4),
        [[], []],
      );
      expect(worst).to.be.below(1e-7);
    });

    it("is 0 and level at its minima, which are in the picture", () => {
      for (const [x, y] of valley.minima) {
        const gradient = [NaN, NaN];
        expect(valley.f([x, y], gradient)).to.be.below(1e-9);
        for (const slope of gradient) expect(Math.abs(slope)).to.be.below(1e-3);
        expect(x).to.be.within(...valley.x);
        expect(y).to.be.within(...valley.y);
      }
    });

    it("has a race that ends, and ends alike at any pace", () => {
      const [slow, quick] = [1, 2].map(() => openRace(valley, valley.start, options));
      for (let due = 0; !slow!.isOver(); due += 7) slow!.runTo(due);
      quick!.runTo(MOST);
      expect(quick!.isOver()).to.equal(true);
      expect(slow!.tracks).to.deep.equal(quick!.tracks);
      expect(slow!.tracks.map((track) => track.name)).to.deep.equal(racers);
      for (const { name: rule, end, evaluations, loss } of slow!.tracks) {
        if (rule === "lbfgs" || rule === "conjugateGradient") expect(end).to.equal("arrived");
        if (end === "arrived") expect(loss).to.be.below(1e-10);
        expect(evaluations).to.be.at.least(1);
      }
    });
  });
}

describe("a race", () => {
  it("goes on without a rule that diverges", () => {
    const race = openRace(valleys.rosenbrock, [-1.2, 1], { ...options, descentRate: 1 });
    race.runTo(MOST);
    expect(race.tracks.find(({ name }) => name === "gradientDescent")!.end).to.equal("diverged");
    expect(race.tracks.find(({ name }) => name === "lbfgs")!.end).to.equal("arrived");
  });
});
