/** Checked by the compiler alone: the paths and labels of a template as literal types. */
import { expectTypeOf } from "expect-type";
import type {
  BranchPath,
  Label,
  Layout,
  LeafPath,
  Path,
  SubtreeAt,
  Template,
} from "ndarray-params";

interface Model {
  readonly layers: readonly [
    { readonly w: readonly [3, 2]; readonly b: 2 },
    { readonly w: readonly [2, 1] },
  ];
  readonly scale: readonly [];
  readonly empty: {};
}

expectTypeOf<LeafPath<Model>>().toEqualTypeOf<
  "layers.0.w" | "layers.0.b" | "layers.1.w" | "scale"
>();
expectTypeOf<BranchPath<Model>>().toEqualTypeOf<"layers" | "layers.0" | "layers.1" | "empty">();
expectTypeOf<Path<Model>>().toEqualTypeOf<LeafPath<Model> | BranchPath<Model>>();
expectTypeOf<Label<Model>>().toEqualTypeOf<
  | `layers.0.w[${number},${number}]`
  | `layers.0.b[${number}]`
  | `layers.1.w[${number},${number}]`
  | "scale"
>();
expectTypeOf<SubtreeAt<Model, "layers.0.b">>().toEqualTypeOf<2>();
expectTypeOf<SubtreeAt<Model, "layers.1">>().toEqualTypeOf<{ readonly w: readonly [2, 1] }>();

// A layout has the paths of its template.
type Record = { readonly w: readonly [3, 2]; readonly b: 2 };
expectTypeOf<LeafPath<Layout<Record>>>().toEqualTypeOf<"w" | "b">();
expectTypeOf<LeafPath<readonly [readonly [784, 10], 10]>>().toEqualTypeOf<"0" | "1">();

// A template that is only known at run time has any string as path, from the unknown part on.
expectTypeOf<LeafPath<Template>>().toEqualTypeOf<string>();
expectTypeOf<Path<Layout>>().toEqualTypeOf<string>();
expectTypeOf<Label<Template>>().toEqualTypeOf<string>();
expectTypeOf<LeafPath<readonly { readonly w: number[] }[]>>().toEqualTypeOf<`${number}.w`>();
expectTypeOf<Label<{ readonly w: number[] }>>().toEqualTypeOf<`w${string}`>();

// Sixty layers with two leaves each are 120 paths, not an explosion.
type Layer = { readonly w: readonly [2, 2]; readonly b: 2 };
type Ten = readonly [Layer, Layer, Layer, Layer, Layer, Layer, Layer, Layer, Layer, Layer];
type Sixty = { readonly a: Ten; b: Ten; c: Ten; d: Ten; e: Ten; f: Ten };
expectTypeOf<"f.9.b">().toExtend<LeafPath<Sixty>>();
expectTypeOf<"f.10.b">().not.toExtend<LeafPath<Sixty>>();
expectTypeOf<"f.9.w[1,1]">().toExtend<Label<Sixty>>();
expectTypeOf<"f.9.w[1]">().not.toExtend<Label<Sixty>>();
