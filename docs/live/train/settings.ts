/** The settings that one can choose, in the worker and on the page. */
import type { ModelName } from "./models.ts";

/** The step rates that suit digits; none if a rule takes all digits and finds its own. */
export const stepRates = {
  gradientDescent: { softmax: 0.02, net: 0.1 },
  adam: { softmax: 0.001, net: 0.002 },
  rmsProp: { softmax: 0.0005, net: 0.0005 },
  adadelta: { softmax: 1, net: 1 },
  rprop: undefined,
} as const;

export type RuleName = keyof typeof stepRates;

export interface Settings {
  readonly model: ModelName;
  readonly rule: RuleName;
  readonly batchSize: number;
  readonly seed: string;
  /** May change while the run goes on. */
  stepRate: number;
}

/** How many steps a rule takes for all digits. */
export const stepsPerEpoch = ({ rule, batchSize }: Settings, digits: number): number =>
  stepRates[rule] === undefined ? 1 : Math.ceil(digits / batchSize);
