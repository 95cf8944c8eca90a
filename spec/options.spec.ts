/** Laws of all functions that take options. gemmPool is left out, because it requires one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews, shapedFromFlat, subflat, tie, valuesToFlat } from "ndarray-params";
import { open, save } from "ndarray-params/checkpoint";
import * as initialize from "ndarray-params/initialize";
import { fromNpy, toNpy } from "ndarray-params/npy";
import * as optimize from "ndarray-params/optimize";
import { fromNpz, loadNpz, toNpz } from "ndarray-params/npz";
import { load, loadShards, parse, serialize } from "ndarray-params/safetensors";

const template = { w: [2, 2], v: [2, 2] };
const flat = new Float64Array(8);
const view = ndarray(new Float64Array(4), [2, 2]);
const random = (): number => 0.5;
const objective = (): number => 0;
const bytes = serialize(flat, template);
const ofRules = ["batches", "gradient", "state", "template"];
const ofGained = ["gain", "fan"];
const ofLoad = ["into", "dtype", "partial", "rename"];

const folder = mkdtempSync(join(tmpdir(), "options-"));
const path = join(folder, "model.safetensors");

/** Each call with nothing but its options left open, and the names it has. */
const cases: Record<string, readonly [call: (options: never) => unknown, names: string[]]> = {
  emptyWithViews: [(options) => emptyWithViews(template, options), ["dtype", "allocate"]],
  valuesToFlat: [(options) => valuesToFlat({ w: [1] }, undefined, options), ["dtype"]],
  shapedFromFlat: [(options) => shapedFromFlat(flat, template, options), ["axis"]],
  subflat: [(options) => subflat(flat, template, "w", options), ["axis"]],
  tie: [(options) => tie(template, "w", "v", options), ["transpose"]],

  glorotNormal: [(options) => initialize.glorotNormal(view, random, options), ofGained],
  glorotUniform: [(options) => initialize.glorotUniform(view, random, options), ofGained],
  heNormal: [(options) => initialize.heNormal(view, random, options), ofGained],
  heUniform: [(options) => initialize.heUniform(view, random, options), ofGained],
  lecunNormal: [(options) => initialize.lecunNormal(view, random, options), ofGained],
  lecunUniform: [(options) => initialize.lecunUniform(view, random, options), ofGained],
  "lecunUniform: fan": [(fan) => initialize.lecunUniform(view, random, { fan }), ["in", "out"]],
  varianceScaling: [
    (options) => initialize.varianceScaling(view, random, options),
    ["scale", "mode", "distribution", "fan"],
  ],
  orthogonal: [(options) => initialize.orthogonal(view, random, options), ["shape", "gain"]],
  sparsifyColumns: [
    (options) => initialize.sparsifyColumns(view, 1, random, options),
    ["keepDiagonal"],
  ],
  truncatedNormal: [
    (options) => initialize.truncatedNormal(view, 0, 1, random, options),
    ["low", "high"],
  ],

  gradientDescent: [
    (options) => optimize.gradientDescent(flat, objective, options),
    ["stepRate", "momentum", "nesterov", ...ofRules],
  ],
  rmsProp: [
    (options) => optimize.rmsProp(flat, objective, options),
    [
      "momentum",
      "decay",
      "epsilon",
      "minStepRate",
      "maxStepRate",
      "adaptStepRate",
      "stepRate",
      ...ofRules,
    ],
  ],
  adam: [
    (options) => optimize.adam(flat, objective, options),
    ["stepRate", "momentum", "beta1", "beta2", "epsilon", ...ofRules],
  ],
  adamW: [
    (options) => optimize.adamW(flat, objective, options),
    ["stepRate", "weightDecay", "beta1", "beta2", "epsilon", ...ofRules],
  ],
  adadelta: [
    (options) => optimize.adadelta(flat, objective, options),
    ["stepRate", "momentum", "decay", "epsilon", ...ofRules],
  ],
  rprop: [
    (options) => optimize.rprop(flat, objective, options),
    ["growStep", "shrinkStep", "minStep", "maxStep", "initialStep", ...ofRules],
  ],
  lbfgs: [
    (options) => optimize.lbfgs(flat, objective, options),
    ["memory", "initialDiagonal", "bounds", ...ofRules],
  ],
  conjugateGradient: [(options) => optimize.conjugateGradient(flat, objective, options), ofRules],
  movingAverage: [
    (options) => optimize.movingAverage(flat, options),
    ["decay", "biasCorrection", "state"],
  ],
  reduceOnPlateau: [
    (options) => optimize.reduceOnPlateau(1, options),
    ["factor", "patience", "threshold", "cooldown", "minStepRate", "state"],
  ],
  minibatches: [
    (options) => optimize.minibatches([flat], 2, options),
    ["axes", "random", "epochs", "dropLast", "skip", "allocate", "scales", "dtype", "pool"],
  ],
  patience: [
    (options) => optimize.patience({ initial: 10, ...(options as object) }),
    ["key", "initial", "grow", "threshold"],
  ],

  serialize: [(options) => serialize(flat, template, options), ["metadata", "dtype"]],
  parse: [(options) => parse(bytes, options), ["dtype"]],
  load: [(options) => load(bytes, template, options), ofLoad],
  loadShards: [(options) => loadShards('{"weight_map":{}}', () => bytes, [], options), ofLoad],
  fromNpy: [(options) => fromNpy(toNpy(flat), options), ["dtype"]],
  toNpz: [(options) => toNpz({ flat }, options), ["compress"]],
  fromNpz: [(options) => fromNpz(toNpz({ flat }), options), ["dtype"]],
  loadNpz: [(options) => loadNpz(toNpz({ flat }), { flat: 8 }, options), ofLoad],
  save: [(options) => save(path, flat, template, options), ["metadata", "keep"]],
  open: [
    (options) => open(path, options),
    ["template", "into", "dtype", "partial", "rename", "verify"],
  ],
};

/** The error that a call throws, or rejects with. */
const fault = async (call: () => unknown): Promise<unknown> => {
  try {
    await call();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe("the options of", () => {
  before(() => save(path, flat, template));
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, [call, names]] of Object.entries(cases)) {
    it(`${name} may be left out, one by one`, async () => {
      for (const option of name === "patience" ? names.filter((n) => n !== "initial") : names) {
        expect(await fault(() => call({ [option]: undefined } as never)), option).to.equal(
          undefined,
        );
      }
    });

    it(`${name} have no other names`, async () => {
      for (const other of ["stepsize", "toString"]) {
        const error = await fault(() => call({ [other]: undefined } as never));
        expect(error).to.be.instanceOf(RangeError);
        expect((error as Error).message).to.equal(
          `${name}: no option "${other}"; its options are ${names.join(", ")}`,
        );
      }
    });

    for (const [wrong, got] of [
      [null, "null"],
      [0.1, "0.1"],
      [random, "a function"],
      [Promise.resolve({}), "a Promise"],
      [new Map([["stepRate", 0.1]]), "a Map"],
    ] as const) {
      if (name === "patience") continue;
      it(`${name} are an object, not ${got}`, async () => {
        const error = await fault(() => call(wrong as never));
        expect(error).to.be.instanceOf(TypeError);
        expect((error as Error).message).to.equal(`${name}: options must be an object, got ${got}`);
      });
    }
  }

  it("patience are an object", () => {
    expect(() => optimize.patience(undefined as never))
      .to.throw(TypeError)
      .with.property("message", "patience: options must be an object, got undefined");
  });
});
