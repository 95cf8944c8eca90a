import { short } from "../../internal/aligned-text.ts";
import type { ProfileInterval } from "../profile-interval.ts";
import type { Uncertainty } from "../uncertainty.ts";

/** The note on an element, such as the bound that it lies on. */
export function noteOf(
  index: number,
  { active, directions }: Uncertainty,
  labelOf: (index: number) => string,
  profile: ProfileInterval | undefined,
): string {
  const held = active.find((element) => element.index === index);
  if (held?.side === "fixed") return "fixed";
  const notes: string[] = [];
  if (held !== undefined) {
    notes.push(`at its ${held.side} bound, gradient ${short(held.gradient, 3)}`);
  }
  const direction = directions.find((own) => own[index] !== 0);
  if (direction !== undefined) notes.push(freedom(direction, index, labelOf));
  if (profile !== undefined) notes.push(profileNote(profile));
  return notes.join("; ");
}

function profileNote({ reachedLower, reachedUpper }: ProfileInterval): string {
  const missing = [...(reachedLower ? [] : ["lower"]), ...(reachedUpper ? [] : ["upper"])];
  return missing.length === 0 ? "profile" : `profile, no ${missing.join(" and no ")} limit`;
}

/** The combination that the data leave free: "only with dose: 1 vm - 0.0186 dose is free". */
function freedom(
  direction: Float64Array,
  index: number,
  labelOf: (index: number) => string,
): string {
  const parts = [...direction.keys()].filter((i) => direction[i] !== 0);
  if (parts.length === 1) return "no residual depends on it";
  const others = parts.filter((i) => i !== index).map(labelOf);
  const terms = parts.slice(0, MOST).map((i, k) => {
    const sign = direction[i]! < 0 ? "- " : k === 0 ? "" : "+ ";
    return `${sign}${short(Math.abs(direction[i]!), 3)} ${labelOf(i)}`;
  });
  const more = parts.length > MOST ? " …" : "";
  return `only with ${others.slice(0, MOST).join(", ")}: ${terms.join(" ")}${more} is free`;
}

/** The most elements of a combination that a note names. */
const MOST = 4;
