/** Data to begin with, and formulas to choose from. */

/**
 * Reaction rates at concentrations of a substrate, the enzyme treated with puromycin.
 * Bates & Watts 1988, appendix A1.3
 */
const puromycin = `concentration rate
0.02 76
0.02 47
0.06 97
0.06 107
0.11 123
0.11 139
0.22 159
0.22 152
0.56 191
0.56 201
1.10 207
1.10 200`;

/** Monomolecular adsorption, from NIST's Statistical Reference Datasets.  Misra 1978 */
const misra = `pressure volume
77.6 10.07
114.9 14.73
141.1 17.94
190.8 23.93
239.9 29.61
289.0 35.18
332.8 40.02
378.4 44.82
434.8 50.76
477.3 55.05
536.8 61.01
593.1 66.40
689.1 75.47
760.0 81.78`;

export const dataSets: Readonly<
  Record<string, { readonly text: string; readonly formula: string }>
> = {
  Puromycin: { text: puromycin, formula: "vm * x / (k + x)" },
  "Misra 1a": { text: misra, formula: "b1 * (1 - exp(-b2 * x))" },
};

export const formulas: Readonly<Record<string, string>> = {
  "vm * x / (k + x)": "saturation (Michaelis and Menten)",
  "a + b * x": "a line",
  "a + b * x + c * x^2": "a parabola",
  "a * exp(-b * x)": "exponential decay",
  "b1 * (1 - exp(-b2 * x))": "exponential rise",
  "a * x^b": "a power",
  "a / (1 + exp(-b * (x - m)))": "a logistic curve",
  "a * exp(-((x - m) / s)^2 / 2)": "a Gaussian peak",
};
