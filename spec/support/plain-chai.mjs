/**
 * Chai looks up each property of an assertion through a proxy, to refuse a misspelt one. The
 * compiler has refused it before, and the lookups take as long as the comparisons.
 */
import { config } from "chai";

config.useProxy = false;
