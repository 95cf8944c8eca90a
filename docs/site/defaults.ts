/**
 * Gives the reference's tables of options a column of defaults. The comments in lib/ name them as
 * "…; 0.9 by default." or "…; by default the last two axes.", and TypeDoc wants a tag.
 */
import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc";
import type { Application, CommentDisplayPart } from "typedoc";

const valueFirst = /(?:; |, |\. |^)(`[^`]+`|[^\s`;,]+) by default(?=[.,;])/;
const valueLast = /(?:; |, )by default ([^.;]+)(?=[.;])/;

/** Splits a text into what it says and the default that it names, if it names one. */
function splitDefault(text: string): readonly [text: string, value?: string] {
  const found = valueFirst.exec(text) ?? valueLast.exec(text);
  if (found === null) return [text];
  const others = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return [others.replace(/^\.\s*/, ""), found[1]!];
}

const partsOf = (text: string): CommentDisplayPart[] =>
  text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) => ({ kind: part.startsWith("`") ? "code" : "text", text: part }));

export function loadDefaults(app: Application): void {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    const { comment } = reflection;
    if (!reflection.kindOf(ReflectionKind.Property) || comment === undefined) return;
    const [text, value] = splitDefault(Comment.combineDisplayParts(comment.summary));
    if (value === undefined) return;
    comment.summary = partsOf(text);
    const shown = /^[\w.-]+$/.test(value) ? `\`${value}\`` : value;
    comment.blockTags.push(new CommentTag("@defaultValue", partsOf(shown)));
  });
}
