/** A canvas for lines and text: as many pixels as the screen has, and units of the page. */
import { h } from "./dom.ts";

export interface SharpCanvas {
  readonly element: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  /** Clears the canvas. Gives its width and height in units of the page. */
  readonly clear: () => readonly [width: number, height: number];
  readonly end: () => void;
}

export function sharpCanvas(label: string, className: string, changed: () => void): SharpCanvas {
  const element = h("canvas", { class: className, role: "img", "aria-label": label });
  const context = element.getContext("2d")!;
  const observer = new ResizeObserver(changed);
  observer.observe(element);
  return {
    element,
    context,
    clear: () => {
      const { clientWidth: width, clientHeight: height } = element;
      const scale = devicePixelRatio;
      const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
      if (element.width !== across || element.height !== down) {
        element.width = across;
        element.height = down;
      }
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, width, height);
      return [width, height];
    },
    end: () => observer.disconnect(),
  };
}
