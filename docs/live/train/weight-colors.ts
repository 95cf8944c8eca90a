/** Colors of weights: one hue below 0, another above, and the ground of the page at 0. */
import { mixed, rgbOf, themeOf } from "../page/theme.ts";

export interface WeightColors {
  /** Reads the colors of the page anew. */
  readonly refresh: () => void;
  /** The color of a weight as one pixel, if the most intense ones are at ±most. */
  readonly pixel: (weight: number, most: number) => number;
}

const HALF = 127;

export function weightColors(element: Element): WeightColors {
  const pixels = new Uint32Array(2 * HALF + 1);
  const bytes = new Uint8Array(pixels.buffer);
  const refresh = (): void => {
    const { ground, below, above } = themeOf(element);
    for (let i = -HALF; i <= HALF; i++) {
      const color = mixed(rgbOf(ground), rgbOf(i < 0 ? below : above), Math.abs(i) / HALF);
      bytes.set([...color, 255], 4 * (i + HALF));
    }
  };
  refresh();
  return {
    refresh,
    pixel: (weight, most) => {
      const part = Math.max(-1, Math.min(1, weight / most)) || 0;
      return pixels[Math.round(part * HALF) + HALF]!;
    },
  };
}
