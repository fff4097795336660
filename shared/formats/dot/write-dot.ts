import { cardBox, cardMetrics } from "#shared/diagram/index.ts";
import { lightTheme } from "#shared/diagram/tokens.ts";
import {
  type Argument,
  type Card,
  type Group,
  getAs,
  type PlainMap,
  type RecordId,
  type Source,
} from "#shared/model/index.ts";
import { drawingOf, type Line, relationOf, relationWords, toneOf } from "../graph/index.ts";
import { attributes, textOf } from "./quote.ts";

const theme = lightTheme;
/** Graphviz knows how wide the letters of this one are, also where no font is installed. */
const font = "Helvetica";
/** Points of an inch, in which Graphviz measures; the canvas has 96 pixels to it. */
const pointsPerPx = 72 / 96;
/** Between boxes of one level and between levels, in inches. */
const gaps = { nodesep: "0.3", ranksep: "0.6" };

/**
 * What shows of the map for Graphviz: cards as boxes with their words as broken on the canvas, arguments as points where
 * premises meet, groups as clusters. Runs from reasons on the right to what they are for on the left.
 */
export function writeDot(whole: PlainMap): string {
  const { map, cards, joints, groups, lines, groupOf } = drawingOf(whole, () => true);
  const inside = new Map<RecordId | null, string[]>();
  for (const record of [...cards, ...joints]) {
    const group = groupOf(record);
    const line = record.type === "card" ? cardLine(record, map) : jointLine(record);
    const others = inside.get(group);
    if (others) others.push(line);
    else inside.set(group, [line]);
  }
  const { title } = map.meta;
  return `${[
    'digraph "map" {',
    `  graph ${attributes({ rankdir: "RL", bgcolor: theme.background, fontname: font, fontcolor: theme.text, charset: "UTF-8", ...gaps, ...(title === "" ? {} : { label: title, tooltip: title, labelloc: "t" }) })}`,
    `  node ${attributes({ fontname: font, fontcolor: theme.text })}`,
    `  edge ${attributes({ fontname: font, fontsize: "10", arrowsize: "0.7", penwidth: "1.3" })}`,
    ...groups.flatMap((group) => [
      `  subgraph ${textOf(`cluster_${group.id}`)} {`,
      `    ${clusterLine(group)}`,
      ...(inside.get(group.id) ?? []).map((line) => `    ${line}`),
      "  }",
    ]),
    ...(inside.get(null) ?? []).map((line) => `  ${line}`),
    ...lines.map((line) => `  ${edgeLine(line)}`),
    "}",
  ].join("\n")}\n`;
}

function cardLine(card: Card, map: PlainMap): string {
  const sources = card.citations.flatMap(({ source }) => getAs(map.records, "source", source) ?? []);
  const { lines } = cardBox(card, () => undefined).text;
  const { sizePx } = cardMetrics.text[card.kind];
  const { surface, border } = card.color ? theme.tints[card.color] : theme.cards[card.kind];
  // A text that a card shows only in part stands here whole.
  const words = lines.length < cardMetrics.maxTextLines ? lines.join("\n") : card.text;
  const style =
    card.kind === "evidence" ? "filled,dashed" : card.kind === "question" ? "filled" : "filled,rounded";
  return `${textOf(card.id)} ${attributes(
    {
      label: words,
      tooltip: tooltipOf(card, sources),
      shape: card.kind === "question" ? "hexagon" : "box",
      style,
      fillcolor: surface,
      color: border,
      fontsize: String(sizePx * pointsPerPx),
      ...linkOf(sources),
    },
    true,
  )}`;
}

/** What is said of a card beside its words. */
function tooltipOf(card: Card, sources: readonly Source[]): string {
  const named = sources.map(({ title, url }) => title || url);
  const words = card.title === "" ? card.text : `${card.title}: ${card.text}`;
  return named.length === 0 ? words : `${words} (${named.join("; ")})`;
}

function linkOf(sources: readonly Source[]): Readonly<Record<string, string>> {
  const url = sources.find((source) => /^https?:\/\//iu.test(source.url))?.url;
  return url === undefined ? {} : { URL: url };
}

function jointLine(argument: Argument): string {
  const { line } = theme.relations[toneOf[relationOf(argument)]];
  const tooltip = argument.note === "" ? relationWords[argument.polarity] : argument.note;
  return `${textOf(argument.id)} ${attributes({ shape: "point", width: "0.08", color: line, fillcolor: line, tooltip })}`;
}

function clusterLine(group: Group): string {
  const { surface, border } = theme.tints[group.color ?? "grey"];
  return `graph ${attributes({ label: group.title, tooltip: group.title, style: "filled,rounded", fillcolor: surface, color: border })}`;
}

function edgeLine({ from, to, relation, part }: Line): string {
  const tone = toneOf[relation];
  const { line, text, dash } = theme.relations[tone];
  const words = relationWords[relation];
  const isConflict = tone === "conflict";
  const style = dash.length === 0 ? "solid" : tone === "answer" || tone === "part" ? "dotted" : "dashed";
  const look = {
    color: line,
    style,
    tooltip: words,
    ...(part === "stem" ? { arrowhead: "none" } : { label: words, fontcolor: text }),
    // Neither of the two comes first.
    ...(isConflict && { dir: "both", constraint: "false" }),
    ...(relation === "raise" && { constraint: "false" }),
  };
  return `${textOf(from)} -> ${textOf(to)} ${attributes(look)}`;
}
