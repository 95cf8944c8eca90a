/** ndarray by the package's own classes, which a policy never refuses. */
// oxlint-disable-next-line import/no-default-export -- ndarray has it
export { ownNdarray as default } from "../../lib/internal/own-views/own-ndarray.ts";
