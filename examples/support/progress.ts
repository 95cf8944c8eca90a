import { Presets, SingleBar } from "cli-progress";

/** Returns `show(name, part)`, which sets a progress bar. At part 1 the bar is cleared. */
export function progressBar(): (name: string, part: number) => void {
  const format = "{name} {bar} {percentage} %, {eta_formatted} left";
  const bar = new SingleBar({ format, clearOnComplete: true }, Presets.shades_classic);
  return (name, part) => {
    if (!bar.isActive && part < 1) bar.start(1, part, { name });
    bar.update(part, { name });
    if (part >= 1) bar.stop();
  };
}
