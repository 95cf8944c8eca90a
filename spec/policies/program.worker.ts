import { workerOf } from "./in-worker.ts";

// A worker of workerd is a default export.
// oxlint-disable-next-line import/no-default-export
export default workerOf(() => import("../engines/program.ts"));
