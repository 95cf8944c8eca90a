/**
 * Applies the reflections of columns k and k + 1, which `at` holds as v and u, to all columns after
 * them, and to rows k and k + 1 of the triangle:
 *
 *     s₁ = τ₁·(Rₖⱼ + vᵀc)    s₂ = τ₂·(Rₖ₊₁ⱼ + uᵀc - s₁·uᵀv)    c ← c - s₁·v - s₂·u
 *
 * @param height how many rows of `at` are not 0, an even number
 */
export type ReflectTwo = (
  r: Float64Array,
  width: number,
  k: number,
  tau: number,
  tau2: number,
  mixed: number,
  at: Float64Array,
  lead: number,
  height: number,
) => void;

/**
 * The reflections in JavaScript, with the bits of the kernel, which sums even and odd rows apart.
 */
export const reflectTwo: ReflectTwo = (r, width, k, tau, tau2, mixed, at, lead, height) => {
  const row = k * width;
  const next = row + width;
  const v = k * lead;
  const u = v + lead;
  for (let j = k + 2; j < width; j++) {
    const c = j * lead;
    let v0 = 0;
    let v1 = 0;
    let u0 = 0;
    let u1 = 0;
    for (let i = 0; i < height; i += 2) {
      const even = at[c + i]!;
      const odd = at[c + i + 1]!;
      v0 += at[v + i]! * even;
      v1 += at[v + i + 1]! * odd;
      u0 += at[u + i]! * even;
      u1 += at[u + i + 1]! * odd;
    }
    const s1 = tau * (r[row + j]! + (v0 + v1));
    const s2 = tau2 * (r[next + j]! + (u0 + u1) - s1 * mixed);
    r[row + j]! -= s1;
    r[next + j]! -= s2;
    for (let i = 0; i < height; i++) at[c + i]! -= s1 * at[v + i]! + s2 * at[u + i]!;
  }
};
