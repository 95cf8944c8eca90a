/** The valley from above: bands of height, closer where it is flat. */
import { mixed, rgbOf, type Rgb, type Theme } from "../page/theme.ts";
import type { Valley } from "./valleys.ts";

const SIDE = 360;
const BANDS = 18;

/** A square picture of heights, with equal steps of their logarithm. */
export function groundOf({ f, x, y }: Valley, { ground, soft }: Theme): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(SIDE, SIDE);
  const heights = new Float64Array(SIDE * SIDE);
  const scrap = [0, 0];
  for (let i = 0; i < heights.length; i++) {
    const u = ((i % SIDE) + 0.5) / SIDE;
    const v = 1 - (Math.floor(i / SIDE) + 0.5) / SIDE;
    const height = f([x[0] + u * (x[1] - x[0]), y[0] + v * (y[1] - y[0])], scrap);
    heights[i] = Math.log(1e-2 + height);
  }
  const [low, high] = [Math.log(1e-2), heights.reduce((a, b) => Math.max(a, b))];
  const colors = Array.from({ length: BANDS + 1 }, (_, band): Rgb =>
    mixed(rgbOf(ground), rgbOf(soft), 0.04 + 0.62 * (1 - band / BANDS) ** 1.5),
  );
  heights.forEach((height, i) => {
    const band = Math.round(((height - low) / (high - low)) * BANDS);
    image.data.set([...colors[band]!, 255], 4 * i);
  });
  context.putImageData(image, 0, 0);
  return canvas;
}
