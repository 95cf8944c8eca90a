/** Pictures of numbers, a pixel for each, over which one can point at them. */
import { h } from "./dom.ts";

export interface Cells {
  readonly element: HTMLElement;
  /** Sets the size in pixels. */
  readonly resize: (width: number, height: number) => void;
  /** A pixel for each number, from the top row down; set them and call `show`. */
  readonly pixels: Uint32Array;
  readonly show: () => void;
  /** Marks a pixel. */
  readonly mark: (x: number, y: number) => void;
}

/** With `keys` the arrow keys move the mark too, when the picture has the focus. */
export function cells(
  label: string,
  name: string,
  point: (x: number, y: number) => void,
  { keys = false } = {},
): Cells {
  const role = keys ? { role: "application", tabindex: 0 } : { role: "img" };
  const canvas = h("canvas", { ...role, "aria-label": label });
  const mark = h("div", { class: "live-mark" });
  const element = h("div", { class: `live-cells ${name}` }, canvas, mark);
  const context = canvas.getContext("2d")!;
  let image: ImageData | undefined;
  let pixels = new Uint32Array(0);
  let [markX, markY] = [0, 0];
  canvas.addEventListener("pointermove", ({ offsetX, offsetY }) => {
    const x = Math.floor((offsetX / canvas.clientWidth) * canvas.width);
    const y = Math.floor((offsetY / canvas.clientHeight) * canvas.height);
    if (x >= 0 && x < canvas.width && y >= 0 && y < canvas.height) point(x, y);
  });
  const arrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  if (keys) {
    canvas.addEventListener("keydown", (event) => {
      const way = arrows[event.key];
      if (way === undefined) return;
      event.preventDefault();
      const [x, y] = [markX + way[0], markY + way[1]];
      if (x >= 0 && y >= 0 && x < canvas.width && y < canvas.height) point(x, y);
    });
  }
  canvas.addEventListener("pointerdown", () => canvas.focus());
  return {
    element,
    get pixels() {
      return pixels;
    },
    resize: (width, height) => {
      if (canvas.width === width && canvas.height === height && image !== undefined) return;
      canvas.width = width;
      canvas.height = height;
      canvas.style.aspectRatio = `${width} / ${height}`;
      image = context.createImageData(width, height);
      pixels = new Uint32Array(image.data.buffer);
    },
    show: () => context.putImageData(image!, 0, 0),
    mark: (x, y) => {
      [markX, markY] = [x, y];
      mark.style.left = `${((x + 0.5) / canvas.width) * 100}%`;
      mark.style.top = `${((y + 0.5) / canvas.height) * 100}%`;
    },
  };
}
