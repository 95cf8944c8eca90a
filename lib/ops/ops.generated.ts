// Made from table.ts by `npm run build:kernel`.
import { exp as expOf } from "../internal/exact-math/exp.ts";
import { logHere } from "./walk/log-here.ts";
import { indexOfBest, type Best } from "./walk/index-of-best.ts";
import type { Integers, Kernel1, Kernel2, Kernel3, Numbers, Scalar, Value, View } from "./walk/operands.ts";
import { STOP } from "./walk/stop.ts";
import { walk1 } from "./walk/walk-one.ts";
import { walk3 } from "./walk/walk-three.ts";
import { walk2 } from "./walk/walk-two.ts";

/**
 * a = b + c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * add(a, b, c); // a = b + c
 */
export function add<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("add", a, b, c, add64, add32, addAny);
  return a;
}
const add64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] + C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const add32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] + C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const addAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] + C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b + x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * adds(a, b, x); // a = b + x
 */
export function adds<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("adds", a, b, x, adds64, adds32, addsAny);
  return a;
}
const adds64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] + x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const adds32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] + x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const addsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] + x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a + b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * addeq(a, b); // a = a + b
 */
export function addeq<V extends Integers>(a: V, b: Integers): V {
  walk2("addeq", a, b, undefined, addeq64, addeq32, addeqAny);
  return a;
}
const addeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] + B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const addeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] + B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const addeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] + B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a + x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * addseq(a, x); // a = a + x
 */
export function addseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("addseq", a, x, addseq64, addseq32, addseqAny);
  return a;
}
const addseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] + x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const addseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] + x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const addseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] + x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b - c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * sub(a, b, c); // a = b - c
 */
export function sub<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("sub", a, b, c, sub64, sub32, subAny);
  return a;
}
const sub64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] - C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const sub32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] - C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const subAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] - C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b - x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * subs(a, b, x); // a = b - x
 */
export function subs<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("subs", a, b, x, subs64, subs32, subsAny);
  return a;
}
const subs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] - x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const subs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] - x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const subsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] - x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a - b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * subeq(a, b); // a = a - b
 */
export function subeq<V extends Integers>(a: V, b: Integers): V {
  walk2("subeq", a, b, undefined, subeq64, subeq32, subeqAny);
  return a;
}
const subeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] - B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const subeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] - B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const subeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] - B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a - x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * subseq(a, x); // a = a - x
 */
export function subseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("subseq", a, x, subseq64, subseq32, subseqAny);
  return a;
}
const subseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] - x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const subseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] - x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const subseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] - x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b * c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * mul(a, b, c); // a = b * c
 */
export function mul<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("mul", a, b, c, mul64, mul32, mulAny);
  return a;
}
const mul64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] * C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const mul32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] * C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const mulAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] * C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b * x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * muls(a, b, x); // a = b * x
 */
export function muls<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("muls", a, b, x, muls64, muls32, mulsAny);
  return a;
}
const muls64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] * x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const muls32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] * x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const mulsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] * x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a * b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * muleq(a, b); // a = a * b
 */
export function muleq<V extends Integers>(a: V, b: Integers): V {
  walk2("muleq", a, b, undefined, muleq64, muleq32, muleqAny);
  return a;
}
const muleq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] * B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const muleq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] * B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const muleqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] * B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a * x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * mulseq(a, x); // a = a * x
 */
export function mulseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("mulseq", a, x, mulseq64, mulseq32, mulseqAny);
  return a;
}
const mulseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] * x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const mulseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] * x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const mulseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] * x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b / c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * div(a, b, c); // a = b / c
 */
export function div<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("div", a, b, c, div64, div32, divAny);
  return a;
}
const div64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] / C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const div32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] / C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const divAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] / C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b / x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * divs(a, b, x); // a = b / x
 */
export function divs<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("divs", a, b, x, divs64, divs32, divsAny);
  return a;
}
const divs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] / x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const divs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] / x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const divsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] / x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a / b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * diveq(a, b); // a = a / b
 */
export function diveq<V extends Integers>(a: V, b: Integers): V {
  walk2("diveq", a, b, undefined, diveq64, diveq32, diveqAny);
  return a;
}
const diveq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] / B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const diveq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] / B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const diveqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] / B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a / x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * divseq(a, x); // a = a / x
 */
export function divseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("divseq", a, x, divseq64, divseq32, divseqAny);
  return a;
}
const divseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] / x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const divseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] / x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const divseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] / x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b % c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * mod(a, b, c); // a = b % c
 */
export function mod<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("mod", a, b, c, mod64, mod32, modAny);
  return a;
}
const mod64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] % C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const mod32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] % C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const modAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] % C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b % x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * mods(a, b, x); // a = b % x
 */
export function mods<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("mods", a, b, x, mods64, mods32, modsAny);
  return a;
}
const mods64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] % x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const mods32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] % x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const modsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] % x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a % b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * modeq(a, b); // a = a % b
 */
export function modeq<V extends Integers>(a: V, b: Integers): V {
  walk2("modeq", a, b, undefined, modeq64, modeq32, modeqAny);
  return a;
}
const modeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] % B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const modeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] % B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const modeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] % B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a % x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * modseq(a, x); // a = a % x
 */
export function modseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("modseq", a, x, modseq64, modseq32, modseqAny);
  return a;
}
const modseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] % x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const modseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] % x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const modseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] % x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b & c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * band(a, b, c); // a = b & c
 */
export function band<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("band", a, b, c, band64, band32, bandAny);
  return a;
}
const band64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] & C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const band32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] & C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const bandAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] & C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b & x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bands(a, b, x); // a = b & x
 */
export function bands<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("bands", a, b, x, bands64, bands32, bandsAny);
  return a;
}
const bands64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] & x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bands32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] & x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bandsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] & x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a & b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bandeq(a, b); // a = a & b
 */
export function bandeq<V extends Integers>(a: V, b: Integers): V {
  walk2("bandeq", a, b, undefined, bandeq64, bandeq32, bandeqAny);
  return a;
}
const bandeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] & B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bandeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] & B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bandeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] & B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a & x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * bandseq(a, x); // a = a & x
 */
export function bandseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("bandseq", a, x, bandseq64, bandseq32, bandseqAny);
  return a;
}
const bandseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] & x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const bandseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] & x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const bandseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] & x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b | c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * bor(a, b, c); // a = b | c
 */
export function bor<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("bor", a, b, c, bor64, bor32, borAny);
  return a;
}
const bor64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] | C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const bor32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] | C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const borAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] | C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b | x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bors(a, b, x); // a = b | x
 */
export function bors<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("bors", a, b, x, bors64, bors32, borsAny);
  return a;
}
const bors64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] | x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bors32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] | x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const borsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] | x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a | b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * boreq(a, b); // a = a | b
 */
export function boreq<V extends Integers>(a: V, b: Integers): V {
  walk2("boreq", a, b, undefined, boreq64, boreq32, boreqAny);
  return a;
}
const boreq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] | B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const boreq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] | B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const boreqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] | B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a | x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * borseq(a, x); // a = a | x
 */
export function borseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("borseq", a, x, borseq64, borseq32, borseqAny);
  return a;
}
const borseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] | x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const borseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] | x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const borseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] | x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b ^ c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * bxor(a, b, c); // a = b ^ c
 */
export function bxor<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("bxor", a, b, c, bxor64, bxor32, bxorAny);
  return a;
}
const bxor64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] ^ C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const bxor32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] ^ C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const bxorAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] ^ C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b ^ x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bxors(a, b, x); // a = b ^ x
 */
export function bxors<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("bxors", a, b, x, bxors64, bxors32, bxorsAny);
  return a;
}
const bxors64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] ^ x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bxors32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] ^ x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bxorsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] ^ x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a ^ b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bxoreq(a, b); // a = a ^ b
 */
export function bxoreq<V extends Integers>(a: V, b: Integers): V {
  walk2("bxoreq", a, b, undefined, bxoreq64, bxoreq32, bxoreqAny);
  return a;
}
const bxoreq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] ^ B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bxoreq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] ^ B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bxoreqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] ^ B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a ^ x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * bxorseq(a, x); // a = a ^ x
 */
export function bxorseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("bxorseq", a, x, bxorseq64, bxorseq32, bxorseqAny);
  return a;
}
const bxorseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] ^ x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const bxorseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] ^ x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const bxorseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] ^ x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b << c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * lshift(a, b, c); // a = b << c
 */
export function lshift<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("lshift", a, b, c, lshift64, lshift32, lshiftAny);
  return a;
}
const lshift64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] << C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const lshift32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] << C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const lshiftAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] << C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b << x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lshifts(a, b, x); // a = b << x
 */
export function lshifts<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("lshifts", a, b, x, lshifts64, lshifts32, lshiftsAny);
  return a;
}
const lshifts64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] << x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const lshifts32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] << x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const lshiftsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] << x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a << b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lshifteq(a, b); // a = a << b
 */
export function lshifteq<V extends Integers>(a: V, b: Integers): V {
  walk2("lshifteq", a, b, undefined, lshifteq64, lshifteq32, lshifteqAny);
  return a;
}
const lshifteq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] << B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const lshifteq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] << B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const lshifteqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] << B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a << x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * lshiftseq(a, x); // a = a << x
 */
export function lshiftseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("lshiftseq", a, x, lshiftseq64, lshiftseq32, lshiftseqAny);
  return a;
}
const lshiftseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] << x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const lshiftseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] << x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const lshiftseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] << x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b >> c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * rshift(a, b, c); // a = b >> c
 */
export function rshift<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("rshift", a, b, c, rshift64, rshift32, rshiftAny);
  return a;
}
const rshift64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >> C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const rshift32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >> C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const rshiftAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >> C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b >> x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rshifts(a, b, x); // a = b >> x
 */
export function rshifts<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("rshifts", a, b, x, rshifts64, rshifts32, rshiftsAny);
  return a;
}
const rshifts64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >> x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rshifts32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >> x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rshiftsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >> x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a >> b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rshifteq(a, b); // a = a >> b
 */
export function rshifteq<V extends Integers>(a: V, b: Integers): V {
  walk2("rshifteq", a, b, undefined, rshifteq64, rshifteq32, rshifteqAny);
  return a;
}
const rshifteq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >> B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rshifteq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >> B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rshifteqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >> B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a >> x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * rshiftseq(a, x); // a = a >> x
 */
export function rshiftseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("rshiftseq", a, x, rshiftseq64, rshiftseq32, rshiftseqAny);
  return a;
}
const rshiftseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >> x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const rshiftseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >> x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const rshiftseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >> x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b >>> c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * rrshift(a, b, c); // a = b >>> c
 */
export function rrshift<V extends Integers>(a: V, b: Integers, c: Integers): V {
  walk3("rrshift", a, b, c, rrshift64, rrshift32, rrshiftAny);
  return a;
}
const rrshift64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >>> C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const rrshift32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >>> C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const rrshiftAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >>> C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b >>> x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rrshifts(a, b, x); // a = b >>> x
 */
export function rrshifts<V extends Integers>(a: V, b: Integers, x: Scalar): V {
  walk2("rrshifts", a, b, x, rrshifts64, rrshifts32, rrshiftsAny);
  return a;
}
const rrshifts64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >>> x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rrshifts32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >>> x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rrshiftsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >>> x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a >>> b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rrshifteq(a, b); // a = a >>> b
 */
export function rrshifteq<V extends Integers>(a: V, b: Integers): V {
  walk2("rrshifteq", a, b, undefined, rrshifteq64, rrshifteq32, rrshifteqAny);
  return a;
}
const rrshifteq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >>> B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rrshifteq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >>> B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const rrshifteqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >>> B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a >>> x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * rrshiftseq(a, x); // a = a >>> x
 */
export function rrshiftseq<V extends Integers>(a: V, x: Scalar): V {
  walk1("rrshiftseq", a, x, rrshiftseq64, rrshiftseq32, rrshiftseqAny);
  return a;
}
const rrshiftseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >>> x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const rrshiftseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >>> x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const rrshiftseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >>> x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = ~b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bnot(a, b); // a = ~b
 */
export function bnot<V extends Integers>(a: V, b: Integers): V {
  walk2("bnot", a, b, undefined, bnot64, bnot32, bnotAny);
  return a;
}
const bnot64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = ~B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bnot32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = ~B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const bnotAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = ~B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = ~a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * bnoteq(a); // a = ~a
 */
export function bnoteq<V extends Integers>(a: V): V {
  walk1("bnoteq", a, undefined, bnoteq64, bnoteq32, bnoteqAny);
  return a;
}
const bnoteq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = ~A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const bnoteq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = ~A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const bnoteqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = ~A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = -b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * neg(a, b); // a = -b
 */
export function neg<V extends Integers>(a: V, b: Integers): V {
  walk2("neg", a, b, undefined, neg64, neg32, negAny);
  return a;
}
const neg64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = -B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const neg32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = -B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const negAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = -B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = -a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * negeq(a); // a = -a
 */
export function negeq<V extends Integers>(a: V): V {
  walk1("negeq", a, undefined, negeq64, negeq32, negeqAny);
  return a;
}
const negeq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = -A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const negeq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = -A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const negeqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = -A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = 1 / b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * recip(a, b); // a = 1 / b
 */
export function recip<V extends Numbers>(a: V, b: Numbers): V {
  walk2("recip", a, b, undefined, recip64, recip32, recipAny);
  return a;
}
const recip64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = 1 / B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const recip32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = 1 / B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const recipAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = 1 / B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = 1 / a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * recipeq(a); // a = 1 / a
 */
export function recipeq<V extends Numbers>(a: V): V {
  walk1("recipeq", a, undefined, recipeq64, recipeq32, recipeqAny);
  return a;
}
const recipeq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = 1 / A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const recipeq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = 1 / A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const recipeqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = 1 / A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = !b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * not(a, b); // a = !b
 */
export function not<V extends View>(a: V, b: View): V {
  walk2("not", a, b, undefined, not64, not32, notAny);
  return a;
}
const not64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = !B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const not32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = !B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const notAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = !B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = !a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * noteq(a); // a = !a
 */
export function noteq<V extends View>(a: V): V {
  walk1("noteq", a, undefined, noteq64, noteq32, noteqAny);
  return a;
}
const noteq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = !A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const noteq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = !A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const noteqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = !A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b && c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * and(a, b, c); // a = b && c
 */
export function and<V extends View>(a: V, b: View, c: View): V {
  walk3("and", a, b, c, and64, and32, andAny);
  return a;
}
const and64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] && C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const and32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] && C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const andAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] && C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b && x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * ands(a, b, x); // a = b && x
 */
export function ands<V extends View>(a: V, b: View, x: Value): V {
  walk2("ands", a, b, x, ands64, ands32, andsAny);
  return a;
}
const ands64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] && x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const ands32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] && x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const andsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] && x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a && b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * andeq(a, b); // a = a && b
 */
export function andeq<V extends View>(a: V, b: View): V {
  walk2("andeq", a, b, undefined, andeq64, andeq32, andeqAny);
  return a;
}
const andeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] && B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const andeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] && B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const andeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] && B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a && x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * andseq(a, x); // a = a && x
 */
export function andseq<V extends View>(a: V, x: Value): V {
  walk1("andseq", a, x, andseq64, andseq32, andseqAny);
  return a;
}
const andseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] && x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const andseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] && x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const andseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] && x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b || c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * or(a, b, c); // a = b || c
 */
export function or<V extends View>(a: V, b: View, c: View): V {
  walk3("or", a, b, c, or64, or32, orAny);
  return a;
}
const or64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] || C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const or32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] || C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const orAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] || C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b || x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * ors(a, b, x); // a = b || x
 */
export function ors<V extends View>(a: V, b: View, x: Value): V {
  walk2("ors", a, b, x, ors64, ors32, orsAny);
  return a;
}
const ors64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] || x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const ors32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] || x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const orsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] || x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a || b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * oreq(a, b); // a = a || b
 */
export function oreq<V extends View>(a: V, b: View): V {
  walk2("oreq", a, b, undefined, oreq64, oreq32, oreqAny);
  return a;
}
const oreq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] || B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const oreq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] || B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const oreqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] || B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a || x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * orseq(a, x); // a = a || x
 */
export function orseq<V extends View>(a: V, x: Value): V {
  walk1("orseq", a, x, orseq64, orseq32, orseqAny);
  return a;
}
const orseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] || x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const orseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] || x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const orseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] || x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b === c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * eq(a, b, c); // a = b === c
 */
export function eq<V extends View>(a: V, b: View, c: View): V {
  walk3("eq", a, b, c, eq64, eq32, eqAny);
  return a;
}
const eq64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] === C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const eq32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] === C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const eqAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] === C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b === x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * eqs(a, b, x); // a = b === x
 */
export function eqs<V extends View>(a: V, b: View, x: Value): V {
  walk2("eqs", a, b, x, eqs64, eqs32, eqsAny);
  return a;
}
const eqs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] === x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const eqs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] === x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const eqsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] === x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a === b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * eqeq(a, b); // a = a === b
 */
export function eqeq<V extends View>(a: V, b: View): V {
  walk2("eqeq", a, b, undefined, eqeq64, eqeq32, eqeqAny);
  return a;
}
const eqeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] === B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const eqeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] === B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const eqeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] === B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a === x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * eqseq(a, x); // a = a === x
 */
export function eqseq<V extends View>(a: V, x: Value): V {
  walk1("eqseq", a, x, eqseq64, eqseq32, eqseqAny);
  return a;
}
const eqseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] === x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const eqseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] === x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const eqseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] === x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b !== c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * neq(a, b, c); // a = b !== c
 */
export function neq<V extends View>(a: V, b: View, c: View): V {
  walk3("neq", a, b, c, neq64, neq32, neqAny);
  return a;
}
const neq64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] !== C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const neq32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] !== C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const neqAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] !== C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b !== x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * neqs(a, b, x); // a = b !== x
 */
export function neqs<V extends View>(a: V, b: View, x: Value): V {
  walk2("neqs", a, b, x, neqs64, neqs32, neqsAny);
  return a;
}
const neqs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] !== x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const neqs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] !== x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const neqsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] !== x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a !== b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * neqeq(a, b); // a = a !== b
 */
export function neqeq<V extends View>(a: V, b: View): V {
  walk2("neqeq", a, b, undefined, neqeq64, neqeq32, neqeqAny);
  return a;
}
const neqeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] !== B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const neqeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] !== B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const neqeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] !== B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a !== x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * neqseq(a, x); // a = a !== x
 */
export function neqseq<V extends View>(a: V, x: Value): V {
  walk1("neqseq", a, x, neqseq64, neqseq32, neqseqAny);
  return a;
}
const neqseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] !== x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const neqseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] !== x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const neqseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] !== x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b < c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * lt(a, b, c); // a = b < c
 */
export function lt<V extends View>(a: V, b: View, c: View): V {
  walk3("lt", a, b, c, lt64, lt32, ltAny);
  return a;
}
const lt64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] < C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const lt32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] < C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const ltAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] < C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b < x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lts(a, b, x); // a = b < x
 */
export function lts<V extends View>(a: V, b: View, x: Value): V {
  walk2("lts", a, b, x, lts64, lts32, ltsAny);
  return a;
}
const lts64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] < x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const lts32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] < x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const ltsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] < x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a < b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lteq(a, b); // a = a < b
 */
export function lteq<V extends View>(a: V, b: View): V {
  walk2("lteq", a, b, undefined, lteq64, lteq32, lteqAny);
  return a;
}
const lteq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] < B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const lteq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] < B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const lteqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] < B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a < x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * ltseq(a, x); // a = a < x
 */
export function ltseq<V extends View>(a: V, x: Value): V {
  walk1("ltseq", a, x, ltseq64, ltseq32, ltseqAny);
  return a;
}
const ltseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] < x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const ltseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] < x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const ltseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] < x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b > c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * gt(a, b, c); // a = b > c
 */
export function gt<V extends View>(a: V, b: View, c: View): V {
  walk3("gt", a, b, c, gt64, gt32, gtAny);
  return a;
}
const gt64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] > C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const gt32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] > C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const gtAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] > C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b > x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * gts(a, b, x); // a = b > x
 */
export function gts<V extends View>(a: V, b: View, x: Value): V {
  walk2("gts", a, b, x, gts64, gts32, gtsAny);
  return a;
}
const gts64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] > x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const gts32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] > x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const gtsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] > x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a > b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * gteq(a, b); // a = a > b
 */
export function gteq<V extends View>(a: V, b: View): V {
  walk2("gteq", a, b, undefined, gteq64, gteq32, gteqAny);
  return a;
}
const gteq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] > B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const gteq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] > B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const gteqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] > B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a > x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * gtseq(a, x); // a = a > x
 */
export function gtseq<V extends View>(a: V, x: Value): V {
  walk1("gtseq", a, x, gtseq64, gtseq32, gtseqAny);
  return a;
}
const gtseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] > x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const gtseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] > x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const gtseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] > x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b <= c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * leq(a, b, c); // a = b <= c
 */
export function leq<V extends View>(a: V, b: View, c: View): V {
  walk3("leq", a, b, c, leq64, leq32, leqAny);
  return a;
}
const leq64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] <= C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const leq32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] <= C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const leqAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] <= C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b <= x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * leqs(a, b, x); // a = b <= x
 */
export function leqs<V extends View>(a: V, b: View, x: Value): V {
  walk2("leqs", a, b, x, leqs64, leqs32, leqsAny);
  return a;
}
const leqs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] <= x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const leqs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] <= x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const leqsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] <= x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a <= b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * leqeq(a, b); // a = a <= b
 */
export function leqeq<V extends View>(a: V, b: View): V {
  walk2("leqeq", a, b, undefined, leqeq64, leqeq32, leqeqAny);
  return a;
}
const leqeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] <= B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const leqeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] <= B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const leqeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] <= B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a <= x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * leqseq(a, x); // a = a <= x
 */
export function leqseq<V extends View>(a: V, x: Value): V {
  walk1("leqseq", a, x, leqseq64, leqseq32, leqseqAny);
  return a;
}
const leqseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] <= x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const leqseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] <= x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const leqseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] <= x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b >= c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * geq(a, b, c); // a = b >= c
 */
export function geq<V extends View>(a: V, b: View, c: View): V {
  walk3("geq", a, b, c, geq64, geq32, geqAny);
  return a;
}
const geq64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >= C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const geq32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >= C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const geqAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >= C[c];
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = b >= x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * geqs(a, b, x); // a = b >= x
 */
export function geqs<V extends View>(a: V, b: View, x: Value): V {
  walk2("geqs", a, b, x, geqs64, geqs32, geqsAny);
  return a;
}
const geqs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >= x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const geqs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >= x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const geqsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b] >= x;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a >= b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * geqeq(a, b); // a = a >= b
 */
export function geqeq<V extends View>(a: V, b: View): V {
  walk2("geqeq", a, b, undefined, geqeq64, geqeq32, geqeqAny);
  return a;
}
const geqeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >= B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const geqeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >= B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const geqeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >= B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = a >= x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * geqseq(a, x); // a = a >= x
 */
export function geqseq<V extends View>(a: V, x: Value): V {
  walk1("geqseq", a, x, geqseq64, geqseq32, geqseqAny);
  return a;
}
const geqseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >= x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const geqseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >= x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const geqseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = A[a] >= x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.abs(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * abs(a, b); // a = Math.abs(b)
 */
export function abs<V extends Numbers>(a: V, b: Numbers): V {
  walk2("abs", a, b, undefined, abs64, abs32, absAny);
  return a;
}
const abs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.abs(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const abs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.abs(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const absAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.abs(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.abs(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * abseq(a); // a = Math.abs(a)
 */
export function abseq<V extends Numbers>(a: V): V {
  walk1("abseq", a, undefined, abseq64, abseq32, abseqAny);
  return a;
}
const abseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.abs(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const abseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.abs(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const abseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.abs(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.acos(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * acos(a, b); // a = Math.acos(b)
 */
export function acos<V extends Numbers>(a: V, b: Numbers): V {
  walk2("acos", a, b, undefined, acos64, acos32, acosAny);
  return a;
}
const acos64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.acos(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const acos32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.acos(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const acosAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.acos(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.acos(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * acoseq(a); // a = Math.acos(a)
 */
export function acoseq<V extends Numbers>(a: V): V {
  walk1("acoseq", a, undefined, acoseq64, acoseq32, acoseqAny);
  return a;
}
const acoseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.acos(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const acoseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.acos(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const acoseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.acos(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.asin(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * asin(a, b); // a = Math.asin(b)
 */
export function asin<V extends Numbers>(a: V, b: Numbers): V {
  walk2("asin", a, b, undefined, asin64, asin32, asinAny);
  return a;
}
const asin64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.asin(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const asin32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.asin(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const asinAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.asin(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.asin(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * asineq(a); // a = Math.asin(a)
 */
export function asineq<V extends Numbers>(a: V): V {
  walk1("asineq", a, undefined, asineq64, asineq32, asineqAny);
  return a;
}
const asineq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.asin(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const asineq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.asin(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const asineqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.asin(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.atan(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan(a, b); // a = Math.atan(b)
 */
export function atan<V extends Numbers>(a: V, b: Numbers): V {
  walk2("atan", a, b, undefined, atan64, atan32, atanAny);
  return a;
}
const atan64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atanAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.atan(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * ataneq(a); // a = Math.atan(a)
 */
export function ataneq<V extends Numbers>(a: V): V {
  walk1("ataneq", a, undefined, ataneq64, ataneq32, ataneqAny);
  return a;
}
const ataneq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const ataneq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const ataneqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.ceil(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * ceil(a, b); // a = Math.ceil(b)
 */
export function ceil<V extends Numbers>(a: V, b: Numbers): V {
  walk2("ceil", a, b, undefined, ceil64, ceil32, ceilAny);
  return a;
}
const ceil64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.ceil(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const ceil32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.ceil(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const ceilAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.ceil(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.ceil(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * ceileq(a); // a = Math.ceil(a)
 */
export function ceileq<V extends Numbers>(a: V): V {
  walk1("ceileq", a, undefined, ceileq64, ceileq32, ceileqAny);
  return a;
}
const ceileq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.ceil(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const ceileq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.ceil(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const ceileqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.ceil(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.cos(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * cos(a, b); // a = Math.cos(b)
 */
export function cos<V extends Numbers>(a: V, b: Numbers): V {
  walk2("cos", a, b, undefined, cos64, cos32, cosAny);
  return a;
}
const cos64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.cos(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const cos32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.cos(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const cosAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.cos(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.cos(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * coseq(a); // a = Math.cos(a)
 */
export function coseq<V extends Numbers>(a: V): V {
  walk1("coseq", a, undefined, coseq64, coseq32, coseqAny);
  return a;
}
const coseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.cos(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const coseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.cos(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const coseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.cos(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.floor(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * floor(a, b); // a = Math.floor(b)
 */
export function floor<V extends Numbers>(a: V, b: Numbers): V {
  walk2("floor", a, b, undefined, floor64, floor32, floorAny);
  return a;
}
const floor64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.floor(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const floor32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.floor(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const floorAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.floor(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.floor(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * flooreq(a); // a = Math.floor(a)
 */
export function flooreq<V extends Numbers>(a: V): V {
  walk1("flooreq", a, undefined, flooreq64, flooreq32, flooreqAny);
  return a;
}
const flooreq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.floor(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const flooreq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.floor(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const flooreqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.floor(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.round(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * round(a, b); // a = Math.round(b)
 */
export function round<V extends Numbers>(a: V, b: Numbers): V {
  walk2("round", a, b, undefined, round64, round32, roundAny);
  return a;
}
const round64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.round(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const round32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.round(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const roundAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.round(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.round(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * roundeq(a); // a = Math.round(a)
 */
export function roundeq<V extends Numbers>(a: V): V {
  walk1("roundeq", a, undefined, roundeq64, roundeq32, roundeqAny);
  return a;
}
const roundeq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.round(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const roundeq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.round(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const roundeqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.round(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.sin(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * sin(a, b); // a = Math.sin(b)
 */
export function sin<V extends Numbers>(a: V, b: Numbers): V {
  walk2("sin", a, b, undefined, sin64, sin32, sinAny);
  return a;
}
const sin64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sin(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const sin32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sin(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const sinAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sin(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.sin(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * sineq(a); // a = Math.sin(a)
 */
export function sineq<V extends Numbers>(a: V): V {
  walk1("sineq", a, undefined, sineq64, sineq32, sineqAny);
  return a;
}
const sineq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sin(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const sineq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sin(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const sineqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sin(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.sqrt(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * sqrt(a, b); // a = Math.sqrt(b)
 */
export function sqrt<V extends Numbers>(a: V, b: Numbers): V {
  walk2("sqrt", a, b, undefined, sqrt64, sqrt32, sqrtAny);
  return a;
}
const sqrt64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sqrt(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const sqrt32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sqrt(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const sqrtAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sqrt(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.sqrt(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * sqrteq(a); // a = Math.sqrt(a)
 */
export function sqrteq<V extends Numbers>(a: V): V {
  walk1("sqrteq", a, undefined, sqrteq64, sqrteq32, sqrteqAny);
  return a;
}
const sqrteq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sqrt(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const sqrteq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sqrt(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const sqrteqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.sqrt(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.tan(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * tan(a, b); // a = Math.tan(b)
 */
export function tan<V extends Numbers>(a: V, b: Numbers): V {
  walk2("tan", a, b, undefined, tan64, tan32, tanAny);
  return a;
}
const tan64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.tan(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const tan32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.tan(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const tanAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.tan(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.tan(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * taneq(a); // a = Math.tan(a)
 */
export function taneq<V extends Numbers>(a: V): V {
  walk1("taneq", a, undefined, taneq64, taneq32, taneqAny);
  return a;
}
const taneq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.tan(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const taneq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.tan(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const taneqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.tan(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = exp(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * exp(a, b); // a = exp(b)
 */
export function exp<V extends Numbers>(a: V, b: Numbers): V {
  walk2("exp", a, b, undefined, exp64, exp32, expAny);
  return a;
}
const exp64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = expOf(+B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const exp32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = expOf(+B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const expAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = expOf(+B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = exp(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * expeq(a); // a = exp(a)
 */
export function expeq<V extends Numbers>(a: V): V {
  walk1("expeq", a, undefined, expeq64, expeq32, expeqAny);
  return a;
}
const expeq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = expOf(+A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const expeq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = expOf(+A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const expeqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = expOf(+A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = log(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * log(a, b); // a = log(b)
 */
export function log<V extends Numbers>(a: V, b: Numbers): V {
  walk2("log", a, b, logHere(), log64, log32, logAny);
  return a;
}
const log64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const log32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const logAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x(B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = log(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * logeq(a); // a = log(a)
 */
export function logeq<V extends Numbers>(a: V): V {
  walk1("logeq", a, logHere(), logeq64, logeq32, logeqAny);
  return a;
}
const logeq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const logeq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const logeqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x(A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.max(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * max(a, b, c); // a = Math.max(b, c)
 */
export function max<V extends Numbers>(a: V, b: Numbers, c: Numbers): V {
  walk3("max", a, b, c, max64, max32, maxAny);
  return a;
}
const max64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const max32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const maxAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = Math.max(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * maxs(a, b, x); // a = Math.max(b, x)
 */
export function maxs<V extends Numbers>(a: V, b: Numbers, x: number): V {
  walk2("maxs", a, b, x, maxs64, maxs32, maxsAny);
  return a;
}
const maxs64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const maxs32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const maxsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.max(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * maxeq(a, b); // a = Math.max(a, b)
 */
export function maxeq<V extends Numbers>(a: V, b: Numbers): V {
  walk2("maxeq", a, b, undefined, maxeq64, maxeq32, maxeqAny);
  return a;
}
const maxeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const maxeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const maxeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.max(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * maxseq(a, x); // a = Math.max(a, x)
 */
export function maxseq<V extends Numbers>(a: V, x: number): V {
  walk1("maxseq", a, x, maxseq64, maxseq32, maxseqAny);
  return a;
}
const maxseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const maxseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const maxseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.max(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.min(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * min(a, b, c); // a = Math.min(b, c)
 */
export function min<V extends Numbers>(a: V, b: Numbers, c: Numbers): V {
  walk3("min", a, b, c, min64, min32, minAny);
  return a;
}
const min64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const min32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const minAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = Math.min(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * mins(a, b, x); // a = Math.min(b, x)
 */
export function mins<V extends Numbers>(a: V, b: Numbers, x: number): V {
  walk2("mins", a, b, x, mins64, mins32, minsAny);
  return a;
}
const mins64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const mins32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const minsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.min(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * mineq(a, b); // a = Math.min(a, b)
 */
export function mineq<V extends Numbers>(a: V, b: Numbers): V {
  walk2("mineq", a, b, undefined, mineq64, mineq32, mineqAny);
  return a;
}
const mineq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const mineq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const mineqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.min(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * minseq(a, x); // a = Math.min(a, x)
 */
export function minseq<V extends Numbers>(a: V, x: number): V {
  walk1("minseq", a, x, minseq64, minseq32, minseqAny);
  return a;
}
const minseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const minseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const minseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.min(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.atan2(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * atan2(a, b, c); // a = Math.atan2(b, c)
 */
export function atan2<V extends Numbers>(a: V, b: Numbers, c: Numbers): V {
  walk3("atan2", a, b, c, atan264, atan232, atan2Any);
  return a;
}
const atan264: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const atan232: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const atan2Any: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = Math.atan2(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2s(a, b, x); // a = Math.atan2(b, x)
 */
export function atan2s<V extends Numbers>(a: V, b: Numbers, x: number): V {
  walk2("atan2s", a, b, x, atan2s64, atan2s32, atan2sAny);
  return a;
}
const atan2s64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2s32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2sAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.atan2(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2eq(a, b); // a = Math.atan2(a, b)
 */
export function atan2eq<V extends Numbers>(a: V, b: Numbers): V {
  walk2("atan2eq", a, b, undefined, atan2eq64, atan2eq32, atan2eqAny);
  return a;
}
const atan2eq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2eq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2eqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.atan2(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * atan2seq(a, x); // a = Math.atan2(a, x)
 */
export function atan2seq<V extends Numbers>(a: V, x: number): V {
  walk1("atan2seq", a, x, atan2seq64, atan2seq32, atan2seqAny);
  return a;
}
const atan2seq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const atan2seq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const atan2seqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.pow(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * pow(a, b, c); // a = Math.pow(b, c)
 */
export function pow<V extends Numbers>(a: V, b: Numbers, c: Numbers): V {
  walk3("pow", a, b, c, pow64, pow32, powAny);
  return a;
}
const pow64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const pow32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const powAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], C[c]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = Math.pow(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * pows(a, b, x); // a = Math.pow(b, x)
 */
export function pows<V extends Numbers>(a: V, b: Numbers, x: number): V {
  walk2("pows", a, b, x, pows64, pows32, powsAny);
  return a;
}
const pows64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const pows32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const powsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], x);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.pow(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * poweq(a, b); // a = Math.pow(a, b)
 */
export function poweq<V extends Numbers>(a: V, b: Numbers): V {
  walk2("poweq", a, b, undefined, poweq64, poweq32, poweqAny);
  return a;
}
const poweq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const poweq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const poweqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(A[a], B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.pow(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * powseq(a, x); // a = Math.pow(a, x)
 */
export function powseq<V extends Numbers>(a: V, x: number): V {
  walk1("powseq", a, x, powseq64, powseq32, powseqAny);
  return a;
}
const powseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const powseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const powseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(A[a], x);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.atan2(c, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * atan2op(a, b, c); // a = Math.atan2(c, b)
 */
export function atan2op<V extends Numbers>(a: V, b: Numbers, c: Numbers): V {
  walk3("atan2op", a, b, c, atan2op64, atan2op32, atan2opAny);
  return a;
}
const atan2op64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(C[c], B[b]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const atan2op32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(C[c], B[b]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const atan2opAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(C[c], B[b]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = Math.atan2(x, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2ops(a, b, x); // a = Math.atan2(x, b)
 */
export function atan2ops<V extends Numbers>(a: V, b: Numbers, x: number): V {
  walk2("atan2ops", a, b, x, atan2ops64, atan2ops32, atan2opsAny);
  return a;
}
const atan2ops64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(x, B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2ops32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(x, B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2opsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(x, B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.atan2(b, a) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2opeq(a, b); // a = Math.atan2(b, a)
 */
export function atan2opeq<V extends Numbers>(a: V, b: Numbers): V {
  walk2("atan2opeq", a, b, undefined, atan2opeq64, atan2opeq32, atan2opeqAny);
  return a;
}
const atan2opeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], A[a]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2opeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], A[a]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const atan2opeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(B[b], A[a]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.atan2(x, a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * atan2opseq(a, x); // a = Math.atan2(x, a)
 */
export function atan2opseq<V extends Numbers>(a: V, x: number): V {
  walk1("atan2opseq", a, x, atan2opseq64, atan2opseq32, atan2opseqAny);
  return a;
}
const atan2opseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(x, A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const atan2opseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(x, A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const atan2opseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.atan2(x, A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.pow(c, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * powop(a, b, c); // a = Math.pow(c, b)
 */
export function powop<V extends Numbers>(a: V, b: Numbers, c: Numbers): V {
  walk3("powop", a, b, c, powop64, powop32, powopAny);
  return a;
}
const powop64: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(C[c], B[b]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const powop32: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(C[c], B[b]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};
const powopAny: Kernel3 = (m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(C[c], B[b]);
      a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0; c = (c + u) | 0;
  }
};

/**
 * a = Math.pow(x, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * powops(a, b, x); // a = Math.pow(x, b)
 */
export function powops<V extends Numbers>(a: V, b: Numbers, x: number): V {
  walk2("powops", a, b, x, powops64, powops32, powopsAny);
  return a;
}
const powops64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(x, B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const powops32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(x, B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const powopsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(x, B[b]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.pow(b, a) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * powopeq(a, b); // a = Math.pow(b, a)
 */
export function powopeq<V extends Numbers>(a: V, b: Numbers): V {
  walk2("powopeq", a, b, undefined, powopeq64, powopeq32, powopeqAny);
  return a;
}
const powopeq64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], A[a]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const powopeq32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], A[a]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const powopeqAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(B[b], A[a]);
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = Math.pow(x, a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * powopseq(a, x); // a = Math.pow(x, a)
 */
export function powopseq<V extends Numbers>(a: V, x: number): V {
  walk1("powopseq", a, x, powopseq64, powopseq32, powopseqAny);
  return a;
}
const powopseq64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(x, A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const powopseq32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(x, A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const powopseqAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.pow(x, A[a]);
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = Math.random() for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * random(a); // a = Math.random()
 */
export function random<V extends Numbers>(a: V): V {
  walk1("random", a, undefined, random64, random32, randomAny);
  return a;
}
const random64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.random();
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const random32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.random();
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const randomAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = Math.random();
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * a = b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * assign(a, b); // a = b
 */
export function assign<V extends View>(a: V, b: View): V {
  walk2("assign", a, b, undefined, assign64, assign32, assignAny);
  return a;
}
const assign64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const assign32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const assignAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = B[b];
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * a = x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * assigns(a, x); // a = x
 */
export function assigns<V extends View>(a: V, x: Value): V {
  walk1("assigns", a, x, assigns64, assigns32, assignsAny);
  return a;
}
const assigns64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const assigns32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const assignsAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      A[a] = x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns whether some element is truthy; false for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * any(a);
 */
export function any(a: View): boolean {
  return walk1("any", a, undefined, any64, any32, anyAny, false) === STOP;
}
const any64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (A[a]) return STOP;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const any32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (A[a]) return STOP;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const anyAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (A[a]) return STOP;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns whether every element is truthy; true for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * all(a);
 */
export function all(a: View): boolean {
  return walk1("all", a, undefined, all64, all32, allAny, false) !== STOP;
}
const all64: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (!A[a]) return STOP;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const all32: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (!A[a]) return STOP;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const allAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (!A[a]) return STOP;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns Σ a, added in the order of the strides; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * sum(a);
 */
export function sum(a: Numbers): number {
  return walk1("sum", a, 0, sum64, sum32, sumAny, false) as number;
}
const sum64: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      x += A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const sum32: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      x += A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const sumAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      x += A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns Π a, multiplied in the order of the strides; 1 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * prod(a);
 */
export function prod(a: Numbers): number {
  return walk1("prod", a, 1, prod64, prod32, prodAny, false) as number;
}
const prod64: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      x *= A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const prod32: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      x *= A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const prodAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      x *= A[a];
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns Σ a²; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norm2squared(a);
 */
export function norm2squared(a: Numbers): number {
  return walk1("norm2squared", a, 0, norm2squared64, norm2squared32, norm2squaredAny, false) as number;
}
const norm2squared64: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y * y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norm2squared32: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y * y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norm2squaredAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y * y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns √Σ a², the Euclidean norm; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norm2(a);
 */
export function norm2(a: Numbers): number {
  return Math.sqrt(walk1("norm2", a, 0, norm264, norm232, norm2Any, false) as number);
}
const norm264: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y * y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norm232: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y * y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norm2Any: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y * y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns max |a| without NaN; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norminf(a);
 */
export function norminf(a: Numbers): number {
  return walk1("norminf", a, 0, norminf64, norminf32, norminfAny, false) as number;
}
const norminf64: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norminf32: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norminfAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns Σ |a|; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norm1(a);
 */
export function norm1(a: Numbers): number {
  return walk1("norm1", a, 0, norm164, norm132, norm1Any, false) as number;
}
const norm164: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y < 0 ? -y : y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norm132: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y < 0 ? -y : y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const norm1Any: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x += y < 0 ? -y : y;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns the largest element without NaN; -Infinity for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * sup(a);
 */
export function sup(a: Numbers): number {
  return walk1("sup", a, -Infinity, sup64, sup32, supAny, false) as number;
}
const sup64: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = y > x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const sup32: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = y > x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const supAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = y > x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns the smallest element without NaN; Infinity for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * inf(a);
 */
export function inf(a: Numbers): number {
  return walk1("inf", a, Infinity, inf64, inf32, infAny, false) as number;
}
const inf64: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = y < x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const inf32: Kernel1 = (m, n, A, a, p, q, x) => {
  x = +x;
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = y < x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};
const infAny: Kernel1 = (m, n, A, a, p, q, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; x = y < x ? y : x;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  return x;
};

/**
 * Returns whether every element of a is `===` to that of b, so a NaN differs from itself; true
 * for no elements.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * equals(a, b);
 */
export function equals(a: View, b: View): boolean {
  return walk2("equals", a, b, undefined, equals64, equals32, equalsAny, false) !== STOP;
}
const equals64: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (A[a] !== B[b]) return STOP;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const equals32: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (A[a] !== B[b]) return STOP;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};
const equalsAny: Kernel2 = (m, n, A, a, p, q, B, b, r, s, x) => {
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      if (A[a] !== B[b]) return STOP;
      a = (a + p) | 0; b = (b + r) | 0;
    }
    a = (a + q) | 0; b = (b + s) | 0;
  }
  return x;
};

/**
 * Returns the index of the smallest element: the first in the order of the strides. It is the
 * shape, which is no index, if there are no elements or if all are NaN.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * a.get(...argmin(a));
 */
export function argmin(a: View): number[] {
  const best: Best = [Infinity, -1, 0];
  walk1("argmin", a, best, argmin64, argmin32, argminAny, false);
  return indexOfBest(a, best);
}
const argmin64: Kernel1 = (m, n, A, a, p, q, x) => {
  let best = +x[0], at = +x[1], next = +x[2];
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
};
const argmin32: Kernel1 = (m, n, A, a, p, q, x) => {
  let best = +x[0], at = +x[1], next = +x[2];
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
};
const argminAny: Kernel1 = (m, n, A, a, p, q, x) => {
  let best = x[0], at = +x[1], next = +x[2];
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
};

/**
 * Returns the index of the largest element: the first in the order of the strides. It is the
 * shape, which is no index, if there are no elements or if all are NaN.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * a.get(...argmax(a));
 */
export function argmax(a: View): number[] {
  const best: Best = [-Infinity, -1, 0];
  walk1("argmax", a, best, argmax64, argmax32, argmaxAny, false);
  return indexOfBest(a, best);
}
const argmax64: Kernel1 = (m, n, A, a, p, q, x) => {
  let best = +x[0], at = +x[1], next = +x[2];
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
};
const argmax32: Kernel1 = (m, n, A, a, p, q, x) => {
  let best = +x[0], at = +x[1], next = +x[2];
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
};
const argmaxAny: Kernel1 = (m, n, A, a, p, q, x) => {
  let best = x[0], at = +x[1], next = +x[2];
  for (; m > 0; m--) {
    for (let i = 0; i < n; i++) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++;
      a = (a + p) | 0;
    }
    a = (a + q) | 0;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
};

const ops = {
  add,
  adds,
  addeq,
  addseq,
  sub,
  subs,
  subeq,
  subseq,
  mul,
  muls,
  muleq,
  mulseq,
  div,
  divs,
  diveq,
  divseq,
  mod,
  mods,
  modeq,
  modseq,
  band,
  bands,
  bandeq,
  bandseq,
  bor,
  bors,
  boreq,
  borseq,
  bxor,
  bxors,
  bxoreq,
  bxorseq,
  lshift,
  lshifts,
  lshifteq,
  lshiftseq,
  rshift,
  rshifts,
  rshifteq,
  rshiftseq,
  rrshift,
  rrshifts,
  rrshifteq,
  rrshiftseq,
  bnot,
  bnoteq,
  neg,
  negeq,
  recip,
  recipeq,
  not,
  noteq,
  and,
  ands,
  andeq,
  andseq,
  or,
  ors,
  oreq,
  orseq,
  eq,
  eqs,
  eqeq,
  eqseq,
  neq,
  neqs,
  neqeq,
  neqseq,
  lt,
  lts,
  lteq,
  ltseq,
  gt,
  gts,
  gteq,
  gtseq,
  leq,
  leqs,
  leqeq,
  leqseq,
  geq,
  geqs,
  geqeq,
  geqseq,
  abs,
  abseq,
  acos,
  acoseq,
  asin,
  asineq,
  atan,
  ataneq,
  ceil,
  ceileq,
  cos,
  coseq,
  floor,
  flooreq,
  round,
  roundeq,
  sin,
  sineq,
  sqrt,
  sqrteq,
  tan,
  taneq,
  exp,
  expeq,
  log,
  logeq,
  max,
  maxs,
  maxeq,
  maxseq,
  min,
  mins,
  mineq,
  minseq,
  atan2,
  atan2s,
  atan2eq,
  atan2seq,
  pow,
  pows,
  poweq,
  powseq,
  atan2op,
  atan2ops,
  atan2opeq,
  atan2opseq,
  powop,
  powops,
  powopeq,
  powopseq,
  random,
  assign,
  assigns,
  any,
  all,
  sum,
  prod,
  norm2squared,
  norm2,
  norminf,
  norm1,
  sup,
  inf,
  equals,
  argmin,
  argmax,
};
export default ops;
