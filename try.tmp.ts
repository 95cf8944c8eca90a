import { readFileSync } from "node:fs";
import { problems } from "./spec/optimize/support/more-garbow-hillstrom.ts";
import { lbfgs } from "./lib/optimize/lbfgs.ts";
const { runs } = JSON.parse(readFileSync("spec/fixtures/optimize-scipy.json","utf8"));
let cg: any; try { cg = (await import("./lib/optimize/conjugate-gradient.ts")).conjugateGradient; } catch {}
const which = process.argv[2] === "cg" ? cg : lbfgs; const key = process.argv[2] === "cg" ? "CG" : "L-BFGS-B";
let a=0,b=0, rose=0, solved=0; const quiet = process.argv[3]==="q";
for (const { name, start, objective, minima } of problems) {
  const x = Float64Array.from(start); let info: any, it=0, max=Infinity; let msg="";
  let best = Infinity, bestEv=0;
  try { for (info of which(x, objective)) { max = Math.max(...info.gradient.map(Math.abs)); if(max<best){best=max;bestEv=info.evaluations} if (max <= 1e-8 || ++it > 20000) break; } } catch (e) { msg = String(e) }
  const r = runs[name][key]; const ok = max <= 1e-8;
  const near = minima.some(m => Math.abs(info.loss - m) <= 1e-5*m + 1e-8);
  if (ok) solved++;
  if (ok && r.gradient <= 1e-8) { a += info.evaluations; b += r.evaluations; if (name.startsWith("Rosen")) rose += info.evaluations; }
  if(!quiet) console.log(name.padEnd(28), String(info.evaluations).padStart(6), String(r.evaluations).padStart(6), ok?" ":"FAIL", r.gradient<=1e-8?" ":"SCIFAIL", max.toExponential(1), info.loss.toPrecision(6), near?"":"MIN?", it, msg);
}
console.log("total", a, "scipy", b, "rosen", rose, "solved", solved, a/b);
