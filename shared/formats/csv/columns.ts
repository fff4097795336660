import { fieldsOf, type RecordType } from "#shared/model/index.ts";

/** In the order in which their columns stand. */
const types = ["card", "argument", "conflict", "source", "group", "step", "presentation"] as const;

/**
 * The columns of a table of ours in their order: what a row is and says, how it hangs together with others, and then
 * everything else. New fields of the model come at the end.
 */
export const columns: readonly string[] = columnsFrom([
  ...["type", "id", "kind", "text", "title", "polarity", "premises", "target", "members"],
  ...["answers", "parent", "raisedBy", "group", "tags", "scheme", "note", "granted", "base", "color"],
  ...[
    "citations",
    "creator",
    "date",
    "url",
    "credibility",
    "author",
    "createdAt",
    "x",
    "y",
    "pinned",
    "order",
  ],
]);

function columnsFrom(known: readonly string[]): readonly string[] {
  return [...new Set([...known, ...types.flatMap(namesOf)])];
}

function namesOf(type: RecordType): readonly string[] {
  return fieldsOf(type).map(([name]) => name);
}

const ofCards: ReadonlySet<string> = new Set(["type", "id", ...namesOf("card"), "x", "y", "url"]);

const ofTypes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...types.map((type) => [type, new Set(["type", "id", ...namesOf(type)])] as const),
  ["map", new Set(["type", "title", "createdAt"])],
  ["card", ofCards],
]);

/** The columns that say something of a row of that type; rows of other types are cards. */
export function columnsOf(type: string): ReadonlySet<string> {
  return ofTypes.get(type) ?? ofCards;
}

/** What others call the columns that matter, in lower case. */
const otherNames: Readonly<Record<string, string>> = {
  claim: "text",
  statement: "text",
  argument: "text",
  card: "text",
  content: "text",
  label: "text",
  name: "text",
  sentence: "text",
  文本: "text",
  内容: "text",
  论点: "text",
  主张: "text",
  raised_by: "raisedBy",
  created: "createdAt",
  tag: "tags",
  labels: "tags",
  link: "url",
  strength: "base",
};

/** Which column of ours each cell of a first row names; without a column of words, undefined. */
export function columnsNamed(head: readonly string[]): readonly string[] | undefined {
  const exact = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const names = head.map((cell) => cell.trim().toLowerCase());
  const isOurs = names.includes("type") && names.includes("id");
  const named = names.map((name) => exact.get(name) ?? "");
  if (isOurs || named.includes("text")) return named;
  const others = names.map((name, index) => otherNames[name] ?? named[index] ?? "");
  // A table of titles alone has no other words.
  const words = others.includes("text") ? others : others.map((name) => (name === "title" ? "text" : name));
  return words.includes("text") ? words : undefined;
}
