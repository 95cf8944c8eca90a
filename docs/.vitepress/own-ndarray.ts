/** ndarray by the package's own classes, which a policy never refuses. */
export { ownNdarray as default } from "../../lib/internal/own-views/own-ndarray.ts";
