import { makeKernel, type GemmKernel } from "./gemm-kernel.ts";
import { plain } from "./plain.generated.ts";

/** The kernel that rounds each product and each sum, as plain JavaScript does. */
export const plainKernel: GemmKernel = /* @__PURE__ */ makeKernel(plain);
