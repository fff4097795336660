import { joinSpaces } from "../building/index.ts";

/** Longer names are hard to read where they are referred to. */
const maxLabelChars = 40;

/** Words as the name of a statement can have them: on one line, without brackets, and no sign of a relation first. */
export function asLabel(words: string): string {
  const bare = words
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .replace(/[\uFDD0-\uFDD2]/g, "");
  return joinSpaces(bare).replace(/^[-@\s]+/, "");
}

/** What a statement without a name of its own is called: how its text begins. */
export function labelOfText(text: string): string {
  // What no name can hold is cut before it is looked through.
  const label = asLabel(text.slice(0, 4 * maxLabelChars));
  if (label.length <= maxLabelChars) return label;
  const cut = label.slice(0, maxLabelChars);
  const space = cut.lastIndexOf(" ");
  return `${withoutHalf(space > maxLabelChars / 2 ? cut.slice(0, space) : cut)}…`;
}

/** Whether a name says no more than the text it is the name of. */
export function isOfText(label: string, text: string): boolean {
  const name = label.replace(/ \(\d+\)$/, "");
  const opening = asLabel(text.slice(0, 4 * maxLabelChars));
  return name.endsWith("…") ? opening.startsWith(name.slice(0, -1)) : name === opening || label === opening;
}

/** Names for arguments that have none, as they are written and recognised. */
export function stepLabel(number: number): string {
  return `Step ${number}`;
}

/** Whether an argument's name only counts. */
export function isStepLabel(title: string): boolean {
  return /^Step \d+$/.test(title);
}

function withoutHalf(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
