/** The template that the names of a file spell: `"layers.0.w"` is `w` in the first of a list. */
import { nameOf } from "../../../internal/messages.ts";
import { joinPath, MAX_DEPTH, type Subtree, type Template } from "../../../template.ts";
import type { Entry } from "./entries.ts";

/** The shape of a leaf, or the entries below a part of a name. */
type Node = readonly number[] | Branch;
type Branch = Map<string, Node>;

/** A list must be at least 1/16 full, so that one name such as "999999999" makes no huge list. */
const MAX_SPREAD = 16;

/**
 * Splits names at their points. Integers below one name make a list, in whatever order they come.
 * Places of a list without a tensor become empty records, which hold nothing: PyTorch numbers
 * activations too, and those have no parameters.
 *
 * @param place what stands in front of the message of an error
 * @throws RangeError with the first name that does not fit
 */
export function templateOfNames(place: string, entries: readonly Entry[]): Template {
  const root: Branch = new Map();
  for (const { name, shape } of entries) insert(place, root, name, shape);
  return templateOf(place, root, "");
}

function insert(place: string, root: Branch, name: string, shape: readonly number[]): void {
  const fail = (fault: string): never => {
    throw new RangeError(`${place}: ${nameOf(name)} ${fault}`);
  };
  const parts = name.split(".");
  if (parts.length > MAX_DEPTH) fail(`has ${parts.length} parts, more than ${MAX_DEPTH}`);
  const last = parts.pop()!;
  let branch = root;
  for (const part of parts) {
    let below = branch.get(part);
    if (below === undefined) branch.set(part, (below = new Map()));
    branch = below instanceof Map ? below : fail("lies below another tensor");
  }
  if (branch.has(last)) fail("lies above another tensor");
  branch.set(last, shape);
}

function templateOf(place: string, branch: Branch, path: string): Template {
  const subtree = (node: Node, key: string): Subtree =>
    node instanceof Map ? templateOf(place, node, joinPath(path, key)) : node;
  const integers = [...branch.keys()].filter(isInteger).map(Number);
  if (integers.length === 0) {
    // A record without a prototype, because a tensor may be called "__proto__".
    const record: { [key: string]: Subtree } = Object.create(null);
    for (const [key, node] of branch) record[key] = subtree(node, key);
    return record;
  }
  const fail = (fault: string): never => {
    throw new RangeError(`${place}: ${path === "" ? "the file" : nameOf(path)} ${fault}`);
  };
  if (integers.length < branch.size) fail("has integers and other names below it");
  const length = 1 + integers.reduce((most, i) => Math.max(most, i));
  if (length > MAX_SPREAD * integers.length) {
    fail(`has only ${integers.length} of ${length} integers below it`);
  }
  return Array.from({ length }, (_, i) => {
    const node = branch.get(String(i));
    return node === undefined ? {} : subtree(node, String(i));
  });
}

const isInteger = (key: string): boolean => /^(?:0|[1-9][0-9]*)$/.test(key);
