/** A thread that serves the model which its name says. */
import { workerData } from "node:worker_threads";
import { serve } from "ndarray-params/distribute";
import { thisThread } from "ndarray-params/distribute/threads";
import { models, type ModelName } from "./models.ts";

const { layout, objective } = models[workerData as ModelName];
serve(thisThread(), layout, objective);
