// Made from table.ts by `npm run build:kernel`.
import { finds1, reduces1, reduces2, writes1, writes1s, writes2, writes2s, writes3 } from "./walk/makers.ts";
import { expHere, logHere } from "./walk/engine-or-own.ts";
import type { Integers, Numbers, Of1, Of1AndScalar, Of2, Of2AndScalar, Of3, Scalar, Value, View } from "./walk/operands.ts";
import { STOP } from "./walk/stop-walk.ts";

/**
 * Returns the index of the smallest element: the first in the order of the strides. It is the
 * shape, which is no index, if there are no elements or if all are NaN.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * a.get(...argmin(a));
 */
export const argmin: (a: View) => number[] = /* @__PURE__ */ finds1("argmin", Infinity, [(x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y < best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}]);

/**
 * Returns the index of the largest element: the first in the order of the strides. It is the
 * shape, which is no index, if there are no elements or if all are NaN.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * a.get(...argmax(a));
 */
export const argmax: (a: View) => number[] = /* @__PURE__ */ finds1("argmax", -Infinity, [(x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}, (x, m, n, A, a, p, q) => {
  let best = x[0], at = +x[1], next = +x[2]; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; if (y > best) { best = y; at = next; } next++; a = (a + p) | 0;
    }
    a += q;
  }
  x[0] = best; x[1] = at; x[2] = next;
  return x;
}]);

/**
 * Returns whether some element is truthy; false for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * any(a);
 */
export const any: (a: View) => boolean = /* @__PURE__ */ reduces1("any", undefined, [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}], (x: unknown) => x === STOP);

/**
 * Returns whether every element is truthy; true for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * all(a);
 */
export const all: (a: View) => boolean = /* @__PURE__ */ reduces1("all", undefined, [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (!A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (!A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (!A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (!A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (!A[a]) return STOP; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}], (x: unknown) => x !== STOP);

/**
 * Returns Σ a, added in the order of the strides; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * sum(a);
 */
export const sum: (a: Numbers) => number = /* @__PURE__ */ reduces1("sum", 0, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x += A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x += A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x += A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x += A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x += A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * Returns Π a, multiplied in the order of the strides; 1 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * prod(a);
 */
export const prod: (a: Numbers) => number = /* @__PURE__ */ reduces1("prod", 1, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x *= A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x *= A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x *= A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x *= A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      x *= A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * Returns Σ a²; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norm2squared(a);
 */
export const norm2squared: (a: Numbers) => number = /* @__PURE__ */ reduces1("norm2squared", 0, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * Returns √Σ a², the Euclidean norm; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norm2(a);
 */
export const norm2: (a: Numbers) => number = /* @__PURE__ */ reduces1("norm2", 0, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y * y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}], (x: unknown) => Math.sqrt(x as number));

/**
 * Returns max |a| without NaN; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norminf(a);
 */
export const norminf: (a: Numbers) => number = /* @__PURE__ */ reduces1("norminf", 0, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = -y > x ? -y : y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * Returns Σ |a|; 0 for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * norm1(a);
 */
export const norm1: (a: Numbers) => number = /* @__PURE__ */ reduces1("norm1", 0, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y < 0 ? -y : y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y < 0 ? -y : y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y < 0 ? -y : y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y < 0 ? -y : y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x += y < 0 ? -y : y; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * Returns the largest element without NaN; -Infinity for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * sup(a);
 */
export const sup: (a: Numbers) => number = /* @__PURE__ */ reduces1("sup", -Infinity, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y > x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * Returns the smallest element without NaN; Infinity for no elements.
 *
 * @throws TypeError if a is not an ndarray
 * @example
 * inf(a);
 */
export const inf: (a: Numbers) => number = /* @__PURE__ */ reduces1("inf", Infinity, [(x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y < x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  x = +x; a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y < x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y < x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y < x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      const y = A[a]; x = y < x ? y : x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * Returns whether every element of a is `===` to that of b, so a NaN differs from itself; true
 * for no elements.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * equals(a, b);
 */
export const equals: (a: View, b: View) => boolean = /* @__PURE__ */ reduces2("equals", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a] !== B[b]) return STOP; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a] !== B[b]) return STOP; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a] !== B[b]) return STOP; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a] !== B[b]) return STOP; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      if (A[a] !== B[b]) return STOP; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = ~a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * bnoteq(a); // a = ~a
 */
export const bnoteq: Of1<Integers> = /* @__PURE__ */ writes1("bnoteq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = -a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * negeq(a); // a = -a
 */
export const negeq: Of1<Integers> = /* @__PURE__ */ writes1("negeq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = 1 / a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * recipeq(a); // a = 1 / a
 */
export const recipeq: Of1<Numbers> = /* @__PURE__ */ writes1("recipeq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = !a for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * noteq(a); // a = !a
 */
export const noteq: Of1<View> = /* @__PURE__ */ writes1("noteq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !A[a]; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.abs(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * abseq(a); // a = Math.abs(a)
 */
export const abseq: Of1<Numbers> = /* @__PURE__ */ writes1("abseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.acos(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * acoseq(a); // a = Math.acos(a)
 */
export const acoseq: Of1<Numbers> = /* @__PURE__ */ writes1("acoseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.asin(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * asineq(a); // a = Math.asin(a)
 */
export const asineq: Of1<Numbers> = /* @__PURE__ */ writes1("asineq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.atan(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * ataneq(a); // a = Math.atan(a)
 */
export const ataneq: Of1<Numbers> = /* @__PURE__ */ writes1("ataneq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.ceil(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * ceileq(a); // a = Math.ceil(a)
 */
export const ceileq: Of1<Numbers> = /* @__PURE__ */ writes1("ceileq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.cos(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * coseq(a); // a = Math.cos(a)
 */
export const coseq: Of1<Numbers> = /* @__PURE__ */ writes1("coseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.floor(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * flooreq(a); // a = Math.floor(a)
 */
export const flooreq: Of1<Numbers> = /* @__PURE__ */ writes1("flooreq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.round(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * roundeq(a); // a = Math.round(a)
 */
export const roundeq: Of1<Numbers> = /* @__PURE__ */ writes1("roundeq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.sin(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * sineq(a); // a = Math.sin(a)
 */
export const sineq: Of1<Numbers> = /* @__PURE__ */ writes1("sineq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.sqrt(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * sqrteq(a); // a = Math.sqrt(a)
 */
export const sqrteq: Of1<Numbers> = /* @__PURE__ */ writes1("sqrteq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.tan(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * taneq(a); // a = Math.tan(a)
 */
export const taneq: Of1<Numbers> = /* @__PURE__ */ writes1("taneq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = exp(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * expeq(a); // a = exp(a)
 */
export const expeq: Of1<Numbers> = /* @__PURE__ */ writes1("expeq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}], expHere);

/**
 * a = log(a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * logeq(a); // a = log(a)
 */
export const logeq: Of1<Numbers> = /* @__PURE__ */ writes1("logeq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}], logHere);

/**
 * a = Math.random() for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * random(a); // a = Math.random()
 */
export const random: Of1<Numbers> = /* @__PURE__ */ writes1("random", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.random(); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.random(); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.random(); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.random(); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.random(); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a + x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * addseq(a, x); // a = a + x
 */
export const addseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("addseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] + x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a - x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * subseq(a, x); // a = a - x
 */
export const subseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("subseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] - x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a * x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * mulseq(a, x); // a = a * x
 */
export const mulseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("mulseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] * x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a / x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * divseq(a, x); // a = a / x
 */
export const divseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("divseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / x; a = (a + p) | 0;
      if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; if (--i > 0) { A[a] = A[a] / x; a = (a + p) | 0; }}}
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a % x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * modseq(a, x); // a = a % x
 */
export const modseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("modseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a & x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * bandseq(a, x); // a = a & x
 */
export const bandseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("bandseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a | x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * borseq(a, x); // a = a | x
 */
export const borseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("borseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a ^ x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * bxorseq(a, x); // a = a ^ x
 */
export const bxorseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("bxorseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a << x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * lshiftseq(a, x); // a = a << x
 */
export const lshiftseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("lshiftseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a >> x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * rshiftseq(a, x); // a = a >> x
 */
export const rshiftseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("rshiftseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a >>> x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * rrshiftseq(a, x); // a = a >>> x
 */
export const rrshiftseq: Of1AndScalar<Integers, Scalar> = /* @__PURE__ */ writes1s("rrshiftseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a && x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * andseq(a, x); // a = a && x
 */
export const andseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("andseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a || x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * orseq(a, x); // a = a || x
 */
export const orseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("orseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a === x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * eqseq(a, x); // a = a === x
 */
export const eqseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("eqseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a !== x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * neqseq(a, x); // a = a !== x
 */
export const neqseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("neqseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a < x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * ltseq(a, x); // a = a < x
 */
export const ltseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("ltseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a > x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * gtseq(a, x); // a = a > x
 */
export const gtseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("gtseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a <= x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * leqseq(a, x); // a = a <= x
 */
export const leqseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("leqseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a >= x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * geqseq(a, x); // a = a >= x
 */
export const geqseq: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("geqseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.max(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * maxseq(a, x); // a = Math.max(a, x)
 */
export const maxseq: Of1AndScalar<Numbers, number> = /* @__PURE__ */ writes1s("maxseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.min(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * minseq(a, x); // a = Math.min(a, x)
 */
export const minseq: Of1AndScalar<Numbers, number> = /* @__PURE__ */ writes1s("minseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.atan2(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * atan2seq(a, x); // a = Math.atan2(a, x)
 */
export const atan2seq: Of1AndScalar<Numbers, number> = /* @__PURE__ */ writes1s("atan2seq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.pow(a, x) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * powseq(a, x); // a = Math.pow(a, x)
 */
export const powseq: Of1AndScalar<Numbers, number> = /* @__PURE__ */ writes1s("powseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], x); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.atan2(x, a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * atan2opseq(a, x); // a = Math.atan2(x, a)
 */
export const atan2opseq: Of1AndScalar<Numbers, number> = /* @__PURE__ */ writes1s("atan2opseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = Math.pow(x, a) for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * powopseq(a, x); // a = Math.pow(x, a)
 */
export const powopseq: Of1AndScalar<Numbers, number> = /* @__PURE__ */ writes1s("powopseq", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, A[a]); a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = x for each element. Returns a.
 *
 * @throws TypeError if a view is not an ndarray
 * @example
 * assigns(a, x); // a = x
 */
export const assigns: Of1AndScalar<View, Value> = /* @__PURE__ */ writes1s("assigns", [(x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}, (x, m, n, A, a, p, q) => {
  a |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x; a = (a + p) | 0;
    }
    a += q;
  }
  return x;
}]);

/**
 * a = a + b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * addeq(a, b); // a = a + b
 */
export const addeq: Of2<Integers> = /* @__PURE__ */ writes2("addeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] + B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a - b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * subeq(a, b); // a = a - b
 */
export const subeq: Of2<Integers> = /* @__PURE__ */ writes2("subeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] - B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a * b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * muleq(a, b); // a = a * b
 */
export const muleq: Of2<Integers> = /* @__PURE__ */ writes2("muleq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] * B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a / b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * diveq(a, b); // a = a / b
 */
export const diveq: Of2<Integers> = /* @__PURE__ */ writes2("diveq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = A[a] / B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a % b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * modeq(a, b); // a = a % b
 */
export const modeq: Of2<Integers> = /* @__PURE__ */ writes2("modeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] % B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a & b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bandeq(a, b); // a = a & b
 */
export const bandeq: Of2<Integers> = /* @__PURE__ */ writes2("bandeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] & B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a | b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * boreq(a, b); // a = a | b
 */
export const boreq: Of2<Integers> = /* @__PURE__ */ writes2("boreq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] | B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a ^ b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bxoreq(a, b); // a = a ^ b
 */
export const bxoreq: Of2<Integers> = /* @__PURE__ */ writes2("bxoreq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] ^ B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a << b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lshifteq(a, b); // a = a << b
 */
export const lshifteq: Of2<Integers> = /* @__PURE__ */ writes2("lshifteq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] << B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a >> b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rshifteq(a, b); // a = a >> b
 */
export const rshifteq: Of2<Integers> = /* @__PURE__ */ writes2("rshifteq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a >>> b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rrshifteq(a, b); // a = a >>> b
 */
export const rrshifteq: Of2<Integers> = /* @__PURE__ */ writes2("rrshifteq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >>> B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = ~b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bnot(a, b); // a = ~b
 */
export const bnot: Of2<Integers> = /* @__PURE__ */ writes2("bnot", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = ~B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = -b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * neg(a, b); // a = -b
 */
export const neg: Of2<Integers> = /* @__PURE__ */ writes2("neg", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = -B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = 1 / b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * recip(a, b); // a = 1 / b
 */
export const recip: Of2<Numbers> = /* @__PURE__ */ writes2("recip", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = 1 / B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = !b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * not(a, b); // a = !b
 */
export const not: Of2<View> = /* @__PURE__ */ writes2("not", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = !B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a && b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * andeq(a, b); // a = a && b
 */
export const andeq: Of2<View> = /* @__PURE__ */ writes2("andeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] && B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a || b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * oreq(a, b); // a = a || b
 */
export const oreq: Of2<View> = /* @__PURE__ */ writes2("oreq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] || B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a === b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * eqeq(a, b); // a = a === b
 */
export const eqeq: Of2<View> = /* @__PURE__ */ writes2("eqeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] === B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a !== b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * neqeq(a, b); // a = a !== b
 */
export const neqeq: Of2<View> = /* @__PURE__ */ writes2("neqeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] !== B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a < b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lteq(a, b); // a = a < b
 */
export const lteq: Of2<View> = /* @__PURE__ */ writes2("lteq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] < B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a > b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * gteq(a, b); // a = a > b
 */
export const gteq: Of2<View> = /* @__PURE__ */ writes2("gteq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] > B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a <= b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * leqeq(a, b); // a = a <= b
 */
export const leqeq: Of2<View> = /* @__PURE__ */ writes2("leqeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] <= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = a >= b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * geqeq(a, b); // a = a >= b
 */
export const geqeq: Of2<View> = /* @__PURE__ */ writes2("geqeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = A[a] >= B[b]; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.abs(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * abs(a, b); // a = Math.abs(b)
 */
export const abs: Of2<Numbers> = /* @__PURE__ */ writes2("abs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.abs(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.acos(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * acos(a, b); // a = Math.acos(b)
 */
export const acos: Of2<Numbers> = /* @__PURE__ */ writes2("acos", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.acos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.asin(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * asin(a, b); // a = Math.asin(b)
 */
export const asin: Of2<Numbers> = /* @__PURE__ */ writes2("asin", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.asin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.atan(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan(a, b); // a = Math.atan(b)
 */
export const atan: Of2<Numbers> = /* @__PURE__ */ writes2("atan", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.ceil(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * ceil(a, b); // a = Math.ceil(b)
 */
export const ceil: Of2<Numbers> = /* @__PURE__ */ writes2("ceil", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.ceil(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.cos(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * cos(a, b); // a = Math.cos(b)
 */
export const cos: Of2<Numbers> = /* @__PURE__ */ writes2("cos", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.cos(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.floor(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * floor(a, b); // a = Math.floor(b)
 */
export const floor: Of2<Numbers> = /* @__PURE__ */ writes2("floor", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.floor(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.round(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * round(a, b); // a = Math.round(b)
 */
export const round: Of2<Numbers> = /* @__PURE__ */ writes2("round", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.round(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.sin(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * sin(a, b); // a = Math.sin(b)
 */
export const sin: Of2<Numbers> = /* @__PURE__ */ writes2("sin", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sin(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.sqrt(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * sqrt(a, b); // a = Math.sqrt(b)
 */
export const sqrt: Of2<Numbers> = /* @__PURE__ */ writes2("sqrt", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.sqrt(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.tan(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * tan(a, b); // a = Math.tan(b)
 */
export const tan: Of2<Numbers> = /* @__PURE__ */ writes2("tan", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.tan(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = exp(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * exp(a, b); // a = exp(b)
 */
export const exp: Of2<Numbers> = /* @__PURE__ */ writes2("exp", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}], expHere);

/**
 * a = log(b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * log(a, b); // a = log(b)
 */
export const log: Of2<Numbers> = /* @__PURE__ */ writes2("log", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = x(B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}], logHere);

/**
 * a = Math.max(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * maxeq(a, b); // a = Math.max(a, b)
 */
export const maxeq: Of2<Numbers> = /* @__PURE__ */ writes2("maxeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.min(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * mineq(a, b); // a = Math.min(a, b)
 */
export const mineq: Of2<Numbers> = /* @__PURE__ */ writes2("mineq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.atan2(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2eq(a, b); // a = Math.atan2(a, b)
 */
export const atan2eq: Of2<Numbers> = /* @__PURE__ */ writes2("atan2eq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.pow(a, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * poweq(a, b); // a = Math.pow(a, b)
 */
export const poweq: Of2<Numbers> = /* @__PURE__ */ writes2("poweq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(A[a], B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.atan2(b, a) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2opeq(a, b); // a = Math.atan2(b, a)
 */
export const atan2opeq: Of2<Numbers> = /* @__PURE__ */ writes2("atan2opeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.pow(b, a) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * powopeq(a, b); // a = Math.pow(b, a)
 */
export const powopeq: Of2<Numbers> = /* @__PURE__ */ writes2("powopeq", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], A[a]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * assign(a, b); // a = b
 */
export const assign: Of2<View> = /* @__PURE__ */ writes2("assign", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b]; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b + x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * adds(a, b, x); // a = b + x
 */
export const adds: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("adds", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] + x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b - x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * subs(a, b, x); // a = b - x
 */
export const subs: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("subs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] - x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b * x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * muls(a, b, x); // a = b * x
 */
export const muls: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("muls", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] * x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b / x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * divs(a, b, x); // a = b / x
 */
export const divs: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("divs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0;
      if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; if (--i > 0) { A[a] = B[b] / x; a = (a + p) | 0; b = (b + r) | 0; }}}
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b % x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * mods(a, b, x); // a = b % x
 */
export const mods: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("mods", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b & x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bands(a, b, x); // a = b & x
 */
export const bands: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("bands", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b | x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bors(a, b, x); // a = b | x
 */
export const bors: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("bors", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b ^ x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * bxors(a, b, x); // a = b ^ x
 */
export const bxors: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("bxors", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b << x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lshifts(a, b, x); // a = b << x
 */
export const lshifts: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("lshifts", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b >> x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rshifts(a, b, x); // a = b >> x
 */
export const rshifts: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("rshifts", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b >>> x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * rrshifts(a, b, x); // a = b >>> x
 */
export const rrshifts: Of2AndScalar<Integers, Scalar> = /* @__PURE__ */ writes2s("rrshifts", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b && x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * ands(a, b, x); // a = b && x
 */
export const ands: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("ands", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b || x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * ors(a, b, x); // a = b || x
 */
export const ors: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("ors", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b === x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * eqs(a, b, x); // a = b === x
 */
export const eqs: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("eqs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b !== x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * neqs(a, b, x); // a = b !== x
 */
export const neqs: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("neqs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b < x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * lts(a, b, x); // a = b < x
 */
export const lts: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("lts", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b > x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * gts(a, b, x); // a = b > x
 */
export const gts: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("gts", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b <= x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * leqs(a, b, x); // a = b <= x
 */
export const leqs: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("leqs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b >= x for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * geqs(a, b, x); // a = b >= x
 */
export const geqs: Of2AndScalar<View, Value> = /* @__PURE__ */ writes2s("geqs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= x; a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.max(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * maxs(a, b, x); // a = Math.max(b, x)
 */
export const maxs: Of2AndScalar<Numbers, number> = /* @__PURE__ */ writes2s("maxs", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.min(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * mins(a, b, x); // a = Math.min(b, x)
 */
export const mins: Of2AndScalar<Numbers, number> = /* @__PURE__ */ writes2s("mins", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.atan2(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2s(a, b, x); // a = Math.atan2(b, x)
 */
export const atan2s: Of2AndScalar<Numbers, number> = /* @__PURE__ */ writes2s("atan2s", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.pow(b, x) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * pows(a, b, x); // a = Math.pow(b, x)
 */
export const pows: Of2AndScalar<Numbers, number> = /* @__PURE__ */ writes2s("pows", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], x); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.atan2(x, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * atan2ops(a, b, x); // a = Math.atan2(x, b)
 */
export const atan2ops: Of2AndScalar<Numbers, number> = /* @__PURE__ */ writes2s("atan2ops", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = Math.pow(x, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray
 * @example
 * powops(a, b, x); // a = Math.pow(x, b)
 */
export const powops: Of2AndScalar<Numbers, number> = /* @__PURE__ */ writes2s("powops", [(x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s) => {
  a |= 0; b |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(x, B[b]); a = (a + p) | 0; b = (b + r) | 0;
    }
    a += q; b += s;
  }
  return x;
}]);

/**
 * a = b + c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * add(a, b, c); // a = b + c
 */
export const add: Of3<Integers> = /* @__PURE__ */ writes3("add", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] + C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b - c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * sub(a, b, c); // a = b - c
 */
export const sub: Of3<Integers> = /* @__PURE__ */ writes3("sub", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] - C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b * c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * mul(a, b, c); // a = b * c
 */
export const mul: Of3<Integers> = /* @__PURE__ */ writes3("mul", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] * C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b / c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * div(a, b, c); // a = b / c
 */
export const div: Of3<Integers> = /* @__PURE__ */ writes3("div", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
      if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; if (--i > 0) { A[a] = B[b] / C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0; }}}
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b % c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * mod(a, b, c); // a = b % c
 */
export const mod: Of3<Integers> = /* @__PURE__ */ writes3("mod", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] % C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b & c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * band(a, b, c); // a = b & c
 */
export const band: Of3<Integers> = /* @__PURE__ */ writes3("band", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] & C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b | c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * bor(a, b, c); // a = b | c
 */
export const bor: Of3<Integers> = /* @__PURE__ */ writes3("bor", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] | C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b ^ c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * bxor(a, b, c); // a = b ^ c
 */
export const bxor: Of3<Integers> = /* @__PURE__ */ writes3("bxor", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] ^ C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b << c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * lshift(a, b, c); // a = b << c
 */
export const lshift: Of3<Integers> = /* @__PURE__ */ writes3("lshift", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] << C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b >> c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * rshift(a, b, c); // a = b >> c
 */
export const rshift: Of3<Integers> = /* @__PURE__ */ writes3("rshift", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b >>> c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * rrshift(a, b, c); // a = b >>> c
 */
export const rrshift: Of3<Integers> = /* @__PURE__ */ writes3("rrshift", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >>> C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b && c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * and(a, b, c); // a = b && c
 */
export const and: Of3<View> = /* @__PURE__ */ writes3("and", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] && C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b || c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * or(a, b, c); // a = b || c
 */
export const or: Of3<View> = /* @__PURE__ */ writes3("or", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] || C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b === c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * eq(a, b, c); // a = b === c
 */
export const eq: Of3<View> = /* @__PURE__ */ writes3("eq", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] === C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b !== c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * neq(a, b, c); // a = b !== c
 */
export const neq: Of3<View> = /* @__PURE__ */ writes3("neq", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] !== C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b < c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * lt(a, b, c); // a = b < c
 */
export const lt: Of3<View> = /* @__PURE__ */ writes3("lt", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] < C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b > c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * gt(a, b, c); // a = b > c
 */
export const gt: Of3<View> = /* @__PURE__ */ writes3("gt", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] > C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b <= c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * leq(a, b, c); // a = b <= c
 */
export const leq: Of3<View> = /* @__PURE__ */ writes3("leq", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] <= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = b >= c for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * geq(a, b, c); // a = b >= c
 */
export const geq: Of3<View> = /* @__PURE__ */ writes3("geq", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = B[b] >= C[c]; a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = Math.max(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * max(a, b, c); // a = Math.max(b, c)
 */
export const max: Of3<Numbers> = /* @__PURE__ */ writes3("max", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.max(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = Math.min(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * min(a, b, c); // a = Math.min(b, c)
 */
export const min: Of3<Numbers> = /* @__PURE__ */ writes3("min", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.min(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = Math.atan2(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * atan2(a, b, c); // a = Math.atan2(b, c)
 */
export const atan2: Of3<Numbers> = /* @__PURE__ */ writes3("atan2", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = Math.pow(b, c) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * pow(a, b, c); // a = Math.pow(b, c)
 */
export const pow: Of3<Numbers> = /* @__PURE__ */ writes3("pow", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(B[b], C[c]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = Math.atan2(c, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * atan2op(a, b, c); // a = Math.atan2(c, b)
 */
export const atan2op: Of3<Numbers> = /* @__PURE__ */ writes3("atan2op", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.atan2(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

/**
 * a = Math.pow(c, b) for each element. Returns a.
 *
 * @throws Error if the shapes of a, b, c differ, TypeError if a view is not an ndarray
 * @example
 * powop(a, b, c); // a = Math.pow(c, b)
 */
export const powop: Of3<Numbers> = /* @__PURE__ */ writes3("powop", [(x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}, (x, m, n, A, a, p, q, B, b, r, s, C, c, t, u) => {
  a |= 0; b |= 0; c |= 0;
  for (; m > 0; m--) {
    for (let i = n; i > 0; i--) {
      A[a] = Math.pow(C[c], B[b]); a = (a + p) | 0; b = (b + r) | 0; c = (c + t) | 0;
    }
    a += q; b += s; c += u;
  }
  return x;
}]);

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
