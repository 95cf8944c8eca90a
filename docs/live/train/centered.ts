/**
 * A drawing as MNIST has its digits: scaled into a square of 20 pixels, and with its center of mass
 * in the middle of 28.  LeCun, Cortes & Burges 1998
 */
const SIDE = 28;
const BOX = 20;

/** Writes the centered drawing into `to`; both are squares of 28 pixels, row after row. */
export function center(drawing: Float64Array, to: Float64Array): void {
  to.fill(0);
  let [left, top, right, bottom] = [SIDE, SIDE, -1, -1];
  let [mass, massX, massY] = [0, 0, 0];
  drawing.forEach((ink, i) => {
    if (ink === 0) return;
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    mass += ink;
    massX += ink * x;
    massY += ink * y;
  });
  if (mass === 0) return;
  const scale = Math.max(right - left + 1, bottom - top + 1) / BOX;
  const [centerX, centerY] = [massX / mass, massY / mass];
  const middle = (SIDE - 1) / 2;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      to[y * SIDE + x] = at(
        drawing,
        centerX + (x - middle) * scale,
        centerY + (y - middle) * scale,
      );
    }
  }
}

/** The ink between the pixels, by linear interpolation; none outside. */
function at(drawing: Float64Array, x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - i, y - j];
  const ink = (a: number, b: number): number =>
    a < 0 || b < 0 || a >= SIDE || b >= SIDE ? 0 : drawing[b * SIDE + a]!;
  return (
    (1 - v) * ((1 - u) * ink(i, j) + u * ink(i + 1, j)) +
    v * ((1 - u) * ink(i, j + 1) + u * ink(i + 1, j + 1))
  );
}
