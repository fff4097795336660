import { lightTheme, type RelationTone } from "#shared/diagram/tokens.ts";
import { isWebAddress } from "#shared/lib/web-address.ts";
import type { Argument, Card, CardKind, PlainMap, RecordId } from "#shared/model/index.ts";
import { type Drawing, drawingOf, type Line, relationOf, relationWords, toneOf } from "../graph/index.ts";
import { labelOf, plainLine } from "./words.ts";

const theme = lightTheme;

/** Classes and what they look like; readers know kinds and joints by them. */
const classes: readonly (readonly [name: string, look: string])[] = [
  ...(["question", "claim", "evidence"] as const).map((kind) => {
    const { surface, border } = theme.cards[kind];
    const dash = kind === "evidence" ? ",stroke-dasharray:4 2" : "";
    return [kind, `fill:${surface},stroke:${border},color:${theme.text}${dash}`] as const;
  }),
  ...(["support", "oppose", "backing", "undercut"] as const).map((tone) => {
    const { surface, line, text } = theme.relations[tone];
    return [tone, `fill:${surface},stroke:${line},color:${text}`] as const;
  }),
];

const shapes: Readonly<Record<CardKind, readonly [open: string, close: string]>> = {
  question: ["{{", "}}"],
  claim: ["[", "]"],
  evidence: ["([", "])"],
};

/** What shows of the map as a Mermaid flowchart, which runs from reasons on the right to what they are for on the left. */
export function writeMermaid(whole: PlainMap): string {
  // A lone premise needs no joint, but where its line would look like that of one more premise.
  const drawing = drawingOf(
    whole,
    ({ premises, polarity, target }) =>
      premises.length > 1 || (target.type === "argument" && polarity === "support"),
  );
  const { map, cards, joints, groups, lines, groupOf } = drawing;
  const names = namesOf(drawing);
  const nameOf = (id: RecordId): string => names.get(id) ?? "";
  const nodeOf = (record: Card | Argument): string => `${nameOf(record.id)}${bodyOf(record)}`;
  const title = plainLine(map.meta.title);
  const inside = new Map<RecordId | null, string[]>();
  for (const record of [...cards, ...joints]) {
    const group = groupOf(record);
    const others = inside.get(group);
    if (others) others.push(nodeOf(record));
    else inside.set(group, [nodeOf(record)]);
  }
  return `${[
    ...(map.meta.title === "" ? [] : ["---", `title: ${JSON.stringify(map.meta.title)}`, "---"]),
    "flowchart RL",
    ...(title === "" ? [] : [`  accTitle: ${title}`]),
    ...classes.map(([name, look]) => `  classDef ${name} ${look}`),
    ...groups.flatMap(({ id, title: words }) => [
      `  subgraph ${nameOf(id)}[${labelOf(words)}]`,
      ...(inside.get(id) ?? []).map((node) => `    ${node}`),
      "  end",
    ]),
    ...(inside.get(null) ?? []).map((node) => `  ${node}`),
    ...lines.map((line) => `  ${nameOf(line.from)} ${arrowOf(line)} ${nameOf(line.to)}`),
    ...linkStyles(lines),
    ...cards.flatMap((card) => clickOf(card, map, nameOf(card.id))),
  ].join("\n")}\n`;
}

/** Short names in the order of age: ids of ours could be words of Mermaid's. */
function namesOf({ cards, joints, groups }: Drawing): ReadonlyMap<RecordId, string> {
  const numbered = (list: readonly Readonly<{ id: RecordId }>[], letter: string) =>
    list.map(({ id }, index): readonly [RecordId, string] => [id, `${letter}${index + 1}`]);
  return new Map([...numbered(cards, "c"), ...numbered(joints, "a"), ...numbered(groups, "g")]);
}

function bodyOf(record: Card | Argument): string {
  if (record.type === "card") {
    const [open, close] = shapes[record.kind];
    return `${open}${labelOf(record.text)}${close}:::${record.kind}`;
  }
  return `("${relationWords[record.polarity]}"):::${relationOf(record)}`;
}

function arrowOf({ relation, part }: Line): string {
  if (part === "stem") return "---";
  if (part === "arrow") return relation === "undercut" || relation === "backing" ? "-.->" : "-->";
  const words = `|${relationWords[relation]}|`;
  switch (relation) {
    case "support":
    case "oppose":
      return `-->${words}`;
    case "contrary":
    case "contradictory":
      return `<-->${words}`;
    default:
      return `-.->${words}`;
  }
}

/** Lines in their colours: Mermaid knows them by number. */
function linkStyles(lines: readonly Line[]): readonly string[] {
  const numbers = new Map<RelationTone, number[]>();
  lines.forEach(({ relation }, index) => {
    const tone = toneOf[relation];
    const others = numbers.get(tone);
    if (others) others.push(index);
    else numbers.set(tone, [index]);
  });
  return [...numbers].map(([tone, of]) => `  linkStyle ${of.join(",")} stroke:${theme.relations[tone].line}`);
}

/** The first source on the web opens from the card. */
function clickOf(card: Card, map: PlainMap, name: string): readonly string[] {
  for (const { source: id } of card.citations) {
    const source = map.records.get(id);
    if (source?.type !== "source" || !isWebAddress(source.url)) continue;
    const url = source.url.replace(/[;{}#`\\]/gu, (sign) => (sign === "#" ? "#" : encodeURIComponent(sign)));
    const title = plainLine(source.title);
    return [`  click ${name} href "${url}"${title === "" ? "" : ` "${title}"`}`];
  }
  return [];
}
