/**
 * The thread that trains. It writes its run into one flat, which the page sees at once if it is
 * shared; if not, the page asks for a copy when it draws.
 */
import { unpack, type PackedDigits } from "./digits.ts";
import {
  openTraining,
  readRun,
  type RunContents,
  type SavedRun,
  type Training,
} from "./open-training.ts";
import type { Settings } from "./settings.ts";

/** The messages of the page. */
export type Order =
  | { readonly kind: "digits"; readonly bytes: Uint8Array }
  | { readonly kind: "open"; readonly settings: Settings }
  | { readonly kind: "load"; readonly contents: RunContents }
  | { readonly kind: "go"; readonly steps: number }
  | { readonly kind: "epoch" }
  | { readonly kind: "rate"; readonly stepRate: number }
  | { readonly kind: "save" }
  | { readonly kind: "copy" };

/** The answers of the worker. `steps` are those that the page has asked for and that are not done. */
export type Answer =
  | { readonly kind: "opened"; readonly settings: Settings; readonly memory: ArrayBufferLike }
  | { readonly kind: "saved"; readonly contents: RunContents }
  | { readonly kind: "copy"; readonly memory: ArrayBuffer }
  | { readonly kind: "rested"; readonly end: string | undefined }
  | { readonly kind: "refused"; readonly message: string };

interface Scope {
  readonly crossOriginIsolated: boolean;
  addEventListener: (type: "message", listener: (event: { readonly data: Order }) => void) => void;
  readonly postMessage: (answer: Answer, transfer?: ArrayBuffer[]) => void;
}
const scope = globalThis as unknown as Scope;

let digits: PackedDigits;
let training: Training | undefined;
/** How many steps are still to take; 0 is a rest, Infinity goes on. */
let due = 0;
let awake = false;

const allocate = (size: number): Float64Array =>
  new Float64Array(
    scope.crossOriginIsolated ? new SharedArrayBuffer(8 * size) : new ArrayBuffer(8 * size),
  );

function open(settings: Settings, saved?: SavedRun): void {
  due = 0;
  training = openTraining(settings, digits, allocate, saved);
  scope.postMessage({ kind: "opened", settings, memory: copyUnlessShared(training) });
}

const copyUnlessShared = ({ flat: { data } }: Training): ArrayBufferLike =>
  scope.crossOriginIsolated ? data.buffer : data.slice().buffer;

const SLICE = 12; // milliseconds between looks at what the page says

// A message to oneself comes after those of the page, and sooner than any timer.
const { port1: bell, port2: ear } = new MessageChannel();
ear.addEventListener("message", () => {
  const until = performance.now() + SLICE;
  let end: string | undefined;
  while (due > 0 && performance.now() < until) {
    if (training!.step()) due--;
    else {
      due = 0;
      ({ end } = training!);
    }
  }
  awake = due > 0;
  if (awake) bell.postMessage(undefined);
  else scope.postMessage({ kind: "rested", end });
});
ear.start();

function go(steps: number): void {
  due = steps;
  if (awake || steps === 0) return;
  awake = true;
  bell.postMessage(undefined);
}

function obey(order: Order): void {
  switch (order.kind) {
    case "digits":
      digits = unpack(order.bytes);
      return;
    case "open":
      return open(order.settings);
    case "load": {
      const saved = readRun(order.contents);
      return open(saved.settings, saved);
    }
    case "go":
      return go(order.steps);
    case "epoch":
      return go(training!.stepsLeft());
    case "rate":
      training!.settings.stepRate = order.stepRate;
      return;
    case "save":
      return scope.postMessage({ kind: "saved", contents: training!.save() });
    case "copy": {
      const memory = training!.flat.data.slice().buffer;
      return scope.postMessage({ kind: "copy", memory }, [memory]);
    }
  }
}

scope.addEventListener("message", ({ data }) => {
  try {
    obey(data);
  } catch (error) {
    scope.postMessage({ kind: "refused", message: (error as Error).message });
  }
});
