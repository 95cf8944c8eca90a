/** Draws in each frame of the screen, and measures how long frames take. */
export interface Frames {
  /** The median time of a frame, and of what is drawn in it, in milliseconds. */
  readonly medians: () => { readonly frame: number; readonly draw: number };
  readonly end: () => void;
}

const KEPT = 120;

export function everyFrame(draw: () => void): Frames {
  const frames: number[] = [];
  const draws: number[] = [];
  let last = 0;
  const tick = (now: number): void => {
    if (last > 0) keep(frames, now - last);
    last = now;
    const start = performance.now();
    draw();
    keep(draws, performance.now() - start);
    request = requestAnimationFrame(tick);
  };
  let request = requestAnimationFrame(tick);
  return {
    medians: () => ({ frame: median(frames), draw: median(draws) }),
    end: () => cancelAnimationFrame(request),
  };
}

function keep(times: number[], time: number): void {
  times.push(time);
  if (times.length > KEPT) times.shift();
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
