/** Runs one fuzzer by name; without a name it lists them. */
import { runOneOf } from "../support/run-one-of.ts";

runOneOf("fuzz", new URL(".", import.meta.url));
