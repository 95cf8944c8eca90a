import { move, movingRun, type Fault, type Run, type RunMap } from "./run-map.ts";

/** A map with the places of its runs: `runs` of them, one after the other. */
export interface Part {
  readonly map: RunMap;
  readonly runs: number;
  readonly valuesOffset: number;
  readonly valuesSize: number;
  readonly freeOffset: number;
  readonly freeSize: number;
}

/** The map of whole flats, from the maps of their parts. A call moves three runs along the flats. */
export function joinMaps(parts: readonly Part[]): RunMap {
  const yRun = movingRun();
  const xRun = movingRun();
  const gRun = movingRun();

  return {
    forward(y, x, total) {
      for (const part of parts) {
        for (let r = 0; r < part.runs; r++) {
          move(yRun, y, part.freeOffset + r * part.freeSize);
          move(xRun, x, part.valuesOffset + r * part.valuesSize);
          part.map.forward(yRun, xRun, total);
        }
      }
    },
    inverse(x, y) {
      for (const part of parts) {
        for (let r = 0; r < part.runs; r++) {
          move(xRun, x, part.valuesOffset + r * part.valuesSize);
          move(yRun, y, part.freeOffset + r * part.freeSize);
          part.map.inverse(xRun, yRun);
        }
      }
    },
    faultOf(x): Fault | undefined {
      for (const { map, runs, valuesOffset, valuesSize } of parts) {
        for (let r = 0; r < runs; r++) {
          const first = valuesOffset + r * valuesSize;
          move(xRun, x, first);
          const fault = map.faultOf(xRun);
          if (fault !== undefined) return { ...fault, index: first + fault.index };
        }
      }
      return undefined;
    },
    pullBack(y, gx, gy) {
      for (const part of parts) {
        for (let r = 0; r < part.runs; r++) {
          move(yRun, y, part.freeOffset + r * part.freeSize);
          move(xRun, gx, part.valuesOffset + r * part.valuesSize);
          move(gRun, gy, part.freeOffset + r * part.freeSize);
          part.map.pullBack(yRun, xRun, gRun);
        }
      }
    },
    pullBackJacobian(y, gy, scale) {
      for (const part of parts) {
        for (let r = 0; r < part.runs; r++) {
          move(yRun, y, part.freeOffset + r * part.freeSize);
          move(gRun, gy, part.freeOffset + r * part.freeSize);
          part.map.pullBackJacobian(yRun, gRun, scale);
        }
      }
    },
    zeroVectorIn(y: Run): number {
      for (const { map, runs, freeOffset, freeSize } of parts) {
        if (map.zeroVectorIn === undefined) continue;
        for (let r = 0; r < runs; r++) {
          const first = freeOffset + r * freeSize;
          move(yRun, y, first);
          if (map.zeroVectorIn(yRun) >= 0) return first;
        }
      }
      return -1;
    },
  };
}
