/** Objectives with gradients worked by hand. */

export type Problem = (x: Float64Array, g: Float64Array) => number;

/** ½ Σ dᵢ (xᵢ - tᵢ)² */
export const quadratic =
  (d: readonly number[], target: readonly number[]): Problem =>
  (x, g) => {
    let loss = 0;
    for (let i = 0; i < x.length; i++) {
      const away = x[i]! - target[i]!;
      g[i] = d[i]! * away;
      loss += 0.5 * g[i]! * away;
    }
    return loss;
  };

/** Σ 100 (xᵢ₊₁ - xᵢ²)² + (1 - xᵢ)², the chained form. */
export const rosenbrock: Problem = (x, g) => {
  let loss = 0;
  g.fill(0);
  for (let i = 0; i < x.length - 1; i++) {
    const bend = x[i + 1]! - x[i]! * x[i]!;
    const away = 1 - x[i]!;
    loss += 100 * bend * bend + away * away;
    g[i]! -= 400 * x[i]! * bend + 2 * away;
    g[i + 1]! += 200 * bend;
  }
  return loss;
};

/** Mean cross entropy of softmax(x·w + b); the parameters are w, (d, k), then b, (k). */
export const softmaxRegression =
  (rows: readonly (readonly number[])[], labels: readonly number[], k: number): Problem =>
  (theta, g) => {
    const n = rows.length;
    const d = rows[0]!.length;
    let loss = 0;
    g.fill(0);
    rows.forEach((row, s) => {
      const score = Array.from({ length: k }, (_, j) =>
        row.reduce((sum, v, i) => sum + v * theta[i * k + j]!, theta[d * k + j]!),
      );
      const max = Math.max(...score);
      const total = score.reduce((sum, z) => sum + Math.exp(z - max), 0);
      loss -= (score[labels[s]!]! - max - Math.log(total)) / n;
      score.forEach((z, j) => {
        const error = (Math.exp(z - max) / total - (j === labels[s] ? 1 : 0)) / n;
        row.forEach((v, i) => (g[i * k + j]! += v * error));
        g[d * k + j]! += error;
      });
    });
    return loss;
  };
