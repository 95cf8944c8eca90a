import ndarray from "ndarray"; import ops from "ndarray-ops"; import own from "./lib/ops/index.ts";
const a=Object.keys(ops).sort(), b=Object.keys(own).sort();
console.log(a.length,b.length, a.filter(x=>!b.includes(x)), b.filter(x=>!a.includes(x)), a.filter(x=>ops[x].length!==own[x].length));
const x=ndarray(new Float64Array([3,1,2,5]),[2,2]);
console.log(own.sum(x),own.argmin(x),own.norm2(x),own.any(x),own.all(x),own.equals(x,x.transpose(1,0)),own.exp(ndarray(new Float64Array(4),[2,2]),x.transpose(1,0)).data)
for (const f of [o=>o.add(x,x,2),o=>o.any(),o=>o.any({}),o=>o.add(x,x,ndarray([1])),o=>o.add(x,x,ndarray([1,2],[1,2]))]) for (const o of [ops,own]) try{f(o)}catch(e){console.log(e.name,e.message)}
