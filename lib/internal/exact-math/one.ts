/**
 * A place for one number, where the functions of arrays work for those of one number. V8 makes an
 * object of every double that goes into or comes out of a call that is not inlined; an array's
 * elements cost nothing.
 */
export const one = new Float64Array(1);
