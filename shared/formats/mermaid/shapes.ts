import type { CardKind } from "#shared/model/index.ts";
import type { Scanner } from "./scanner.ts";
import { wordsOfLabel } from "./words.ts";

/** What stands behind the name of a node. */
export type Body = Readonly<{ words: string; shape: Shape }>;
type Shape = "box" | "round" | "circle" | "hexagon" | "diamond" | "stadium" | "other";

/** Longer ones first. */
const brackets: readonly (readonly [open: string, closes: readonly string[], shape: Shape])[] = [
  ["(((", [")))"], "circle"],
  ["((", ["))"], "circle"],
  ["([", ["])"], "stadium"],
  ["(", [")"], "round"],
  ["[[", ["]]"], "other"],
  ["[(", [")]"], "other"],
  ["[/", ["/]", "\\]"], "other"],
  ["[\\", ["\\]", "/]"], "other"],
  ["[", ["]"], "box"],
  ["{{", ["}}"], "hexagon"],
  ["{", ["}"], "diamond"],
  [">", ["]"], "other"],
];

/** Shapes by the names of newer files. */
const namedShapes: Readonly<Record<string, Shape>> = {
  hex: "hexagon",
  hexagon: "hexagon",
  diam: "diamond",
  diamond: "diamond",
  decision: "diamond",
  circle: "circle",
  circ: "circle",
  rounded: "round",
  stadium: "stadium",
};

/** Reads a node's shape and words; null where there is none, undefined where it never closes. */
export function readBody(scanner: Scanner): Body | null | undefined {
  if (scanner.takes("@{")) return readNamedShape(scanner);
  const found = brackets.find(([open]) => scanner.takes(open));
  if (!found) return null;
  const [, closes, shape] = found;
  scanner.skipGap();
  const quoted = scanner.quoted();
  if (quoted !== undefined) {
    const close = closes.find((signs) => scanner.upTo(signs)?.trim() === "");
    return close === undefined ? undefined : { words: wordsOfLabel(quoted), shape };
  }
  const begin = scanner.at;
  const ends = closes.flatMap((signs) => {
    scanner.at = begin;
    const words = scanner.upTo(signs);
    return words === undefined ? [] : [{ words, after: scanner.at }];
  });
  const [first] = ends.sort((a, b) => a.after - b.after);
  if (!first) return undefined;
  scanner.at = first.after;
  return { words: wordsOfLabel(first.words), shape };
}

const property = /[\s,]*([A-Za-z]\w{0,30})\s{0,20}:[ \t]*/y;
const bareValue = /[^\n,}"]*/y;

function readNamedShape(scanner: Scanner): Body | undefined {
  let words: string | undefined;
  let shape: Shape = "other";
  for (let found = scanner.take(property); found; found = scanner.take(property)) {
    const value = scanner.quoted() ?? scanner.take(bareValue)?.[0].trim() ?? "";
    if (found[1] === "label") words = wordsOfLabel(value);
    if (found[1] === "shape") shape = namedShapes[value] ?? "other";
  }
  scanner.take(/[\s,]*/y);
  return scanner.takes("}") ? { words: words ?? "", shape } : undefined;
}

/** What a shape says of a card by itself. */
export function kindOfShape({ shape, words }: Body): CardKind | undefined {
  const isQuestion = (shape === "hexagon" || shape === "diamond") && /[?？]\s*$/u.test(words.slice(-8));
  return isQuestion ? "question" : undefined;
}

const signs = new Set([
  "because",
  "but",
  "therefore",
  "and",
  "&",
  "+",
  "-",
  "−",
  "–",
  "pro",
  "con",
  "因为",
  "但是",
  "和",
]);

/** Whether it looks like the place where premises meet rather than like a card. */
export function looksLikeJoint({ shape, words }: Body): boolean {
  return (shape === "circle" || shape === "round") && (words === "" || signs.has(words.toLowerCase()));
}
