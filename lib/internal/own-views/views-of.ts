/** The classes of one dtype: put together from their parts, each when it is first needed. */
import {
  float32Elements,
  float64Elements,
  geometries,
  getters,
  makers,
  otherElements,
} from "./by-rank.generated.ts";
import type { Getters, MakeView, Members, ViewClass } from "./class-parts.ts";
import { elementsInLoops, geometryInLoops, gettersInLoops, makerInLoops } from "./in-loops.ts";
import { scalarMembers, trivialClass, trivialMembers } from "./without-axes.ts";

/** The views of one dtype: those of any rank, and ndarray's view of rank -1. */
export interface Views {
  readonly make: MakeView;
  readonly Trivial: ViewClass;
}

export function viewsOf(dtype: string): Views {
  const isGeneric = dtype === "generic";
  const elements = elementsOf(dtype)(isGeneric);
  const Trivial = define(trivialClass(), `View_Nil${dtype}`, {}, (View) => ({
    dtype,
    ...trivialMembers(View),
  }));
  const makerOf = (rank: number): MakeView => {
    const spelled = elements[rank];
    const { View, ...ofElements } = spelled ?? elementsInLoops(rank, isGeneric);
    const name = `View${rank}d${dtype}`;
    if (rank === 0) {
      define(View, name, {}, () => ({ dtype, ...scalarMembers(View, Trivial, ofElements) }));
      return (data, _, __, offset) => new View(data, offset);
    }
    const ofRank = { ...(rank > 3 ? gettersInLoops : {}), ...getters[rank - 1] };
    const geometry = geometries[rank - 1]?.(View, make) ?? geometryInLoops(make);
    define(View, name, ofRank, () => ({
      dtype,
      dimension: rank,
      ...(rank === 1 ? { order: [0] } : {}),
      ...ofElements,
      ...geometry,
    }));
    return spelled === undefined ? makerInLoops(View, rank) : makers[rank - 1]!(View);
  };
  const byRank: MakeView[] = [];
  const make: MakeView = (data, shape, stride, offset) =>
    (byRank[shape.length] ??= makerOf(shape.length))(data, shape, stride, offset);
  return { make, Trivial };
}

const elementsOf = (dtype: string) =>
  dtype === "float64" ? float64Elements : dtype === "float32" ? float32Elements : otherElements;

/** ndarray's getters lie on the prototype; a for-in loop finds all other members, in this order. */
function define(
  View: ViewClass,
  name: string,
  gettersOf: Getters,
  membersOf: (View: ViewClass) => Members,
): ViewClass {
  for (const [key, get] of Object.entries(gettersOf)) {
    Object.defineProperty(View.prototype, key, { get });
  }
  Object.assign(View.prototype as object, membersOf(View));
  return Object.defineProperty(View, "name", { value: name });
}
