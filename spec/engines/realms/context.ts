/** A program of Node that hands the arrays of a vm context to the functions of its own realm. */
import { createContext, runInContext } from "node:vm";
import { tell } from "../tell.ts";
import { outcomes } from "./checks.ts";
import { foreignChecks, realmText, type Realm } from "./foreign.ts";

const realm = runInContext(realmText, createContext()) as Realm;
void outcomes(foreignChecks(realm)).then(tell);
