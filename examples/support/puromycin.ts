/**
 * The initial rate of a reaction, in counts/min², at concentrations of its substrate in ppm, by an
 * enzyme that was treated with puromycin or not: R's data set `Puromycin`.
 *
 * M. A. Treloar, Effects of Puromycin on Galactosyltransferase in Golgi Membranes, M.Sc. thesis,
 * University of Toronto 1974; D. M. Bates and D. G. Watts, Nonlinear Regression Analysis and Its
 * Applications, Wiley 1988, appendix A1.3.
 */
export interface Run {
  readonly concentration: number;
  readonly treated: boolean;
}

const concentrations = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.1, 1.1];

const treated = [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200];

/** The last run of the untreated enzyme was lost. */
const untreated = [67, 51, 84, 86, 98, 115, 131, 124, 144, 158, 160];

export const runs: readonly Run[] = [
  ...treated.map((_, i) => ({ concentration: concentrations[i]!, treated: true })),
  ...untreated.map((_, i) => ({ concentration: concentrations[i]!, treated: false })),
];

export const rates: readonly number[] = [...treated, ...untreated];
