/** The template that the names of a file spell: `"layers.0.w"` is `w` in the first of a list. */
import { nameOf } from "../../../internal/messages.ts";
import { joinPath, MAX_DEPTH, type Subtree, type Template } from "../../../template.ts";
import type { Entry } from "./entries.ts";

/**
 * The places without a tensor that all lists of a file may have together, and how many more for
 * each tensor. Without such a limit one name of 250 bytes asks for a thousand places.
 */
const EMPTY_PLACES = 1024;
const EMPTY_PLACES_PER_TENSOR = 4;

/** One record stands in all empty places. */
const NOTHING = Object.freeze({});

/**
 * Splits names at their dots. Integers below one name make a list, in whatever order they come.
 * Places of a list without a tensor become empty records, which hold nothing: PyTorch numbers
 * activations too, and those have no parameters.
 *
 * The names are grouped level by level and never split as a whole: only the path from the root to
 * the current branch is in memory, however deep and many the names are.
 *
 * @param place what stands in front of the message of an error
 * @throws RangeError with the first name that does not fit
 */
export function templateOfNames(place: string, entries: readonly Entry[]): Template {
  const fail = (name: string, fault: string): never => {
    throw new RangeError(`${place}: ${name} ${fault}`);
  };
  for (const { name } of entries) {
    const parts = partsOf(name);
    if (parts > MAX_DEPTH) fail(nameOf(name), `has ${parts} parts, more than ${MAX_DEPTH}`);
  }
  const mostEmpty = EMPTY_PLACES + EMPTY_PLACES_PER_TENSOR * entries.length;
  let empty = 0;
  /** The place in each entry's name at which its current part begins. */
  const starts = new Uint32Array(entries.length);

  function groupsOf(members: readonly number[]): Map<string, number[]> {
    const groups = new Map<string, number[]>();
    for (const i of members) {
      const { name } = entries[i]!;
      const end = name.indexOf(".", starts[i]);
      const part = name.slice(starts[i], end === -1 ? undefined : end);
      const group = groups.get(part);
      if (group === undefined) groups.set(part, [i]);
      else group.push(i);
    }
    return groups;
  }

  function branchOf(members: readonly number[], path: string): Template {
    const groups = groupsOf(members);
    const integers = [...groups.keys()].filter(isInteger).map(Number);
    if (integers.length === 0) {
      // A record without a prototype, because a tensor may be called "__proto__".
      const record: { [key: string]: Subtree } = Object.create(null);
      for (const [key, group] of groups) record[key] = subtreeOf(group, key, path);
      return record;
    }
    const list = path === "" ? "the file" : nameOf(path);
    if (integers.length < groups.size) fail(list, "has integers and other names below it");
    const length = 1 + integers.reduce((most, i) => Math.max(most, i));
    empty += length - integers.length;
    if (empty > mostEmpty) {
      const few = `has only ${integers.length} of ${length} integers below it`;
      fail(list, `${few}: the lists of this file may have ${mostEmpty} empty places in all`);
    }
    return Array.from({ length }, (_, i) => {
      const group = groups.get(String(i));
      return group === undefined ? NOTHING : subtreeOf(group, String(i), path);
    });
  }

  function subtreeOf(members: readonly number[], key: string, path: string): Subtree {
    const ending = members.findIndex((i) => starts[i]! + key.length === entries[i]!.name.length);
    if (ending !== -1) {
      const [first, second] = members.map((i) => entries[i]!);
      if (second === undefined) return first!.shape;
      if (ending === 0) fail(nameOf(second.name), "lies below another tensor");
      fail(nameOf(entries[members[ending]!]!.name), "lies above another tensor");
    }
    for (const i of members) starts[i]! += key.length + 1;
    const branch = branchOf(members, joinPath(path, key));
    for (const i of members) starts[i]! -= key.length + 1;
    return branch;
  }

  return branchOf([...entries.keys()], "");
}

function partsOf(name: string): number {
  let parts = 1;
  for (let at = name.indexOf("."); at !== -1; at = name.indexOf(".", at + 1)) parts++;
  return parts;
}

const isInteger = (key: string): boolean => /^(?:0|[1-9][0-9]*)$/.test(key);
