/**
 * ln 2 as the sum of two numbers. The first has 33 bits, so that its product with any exponent is
 * exact; the second is the rest.  Cody & Waite 1980.
 */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;

/** ln 2 / 2 to 21 bits, a little above it. Below it, no multiple of ln 2 is subtracted. */
export const HALF_LN2 = 0x162e43 / 0x400000;

/** The x above which e^x is more than the largest number. */
export const LARGEST_EXPONENT = 7.09782712893383973096e2;
