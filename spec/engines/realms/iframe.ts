/** A page that hands the arrays of a frame to the functions of its own realm. */
import { tell } from "../tell.ts";
import { outcomes } from "./checks.ts";
import { foreignChecks, type Realm } from "./foreign.ts";

interface Frame {
  readonly contentWindow: { readonly window: Realm };
}

interface Page {
  readonly document: {
    readonly createElement: (name: "iframe") => Frame;
    readonly body: { readonly append: (frame: Frame) => void };
  };
}

const { document } = globalThis as unknown as Page;
const frame = document.createElement("iframe");
document.body.append(frame);
void outcomes(foreignChecks(frame.contentWindow.window)).then(tell);
