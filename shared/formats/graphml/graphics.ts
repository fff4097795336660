import { boundsOf, cardBox, cardMetrics, geometryOf, jointBox, type Rect } from "#shared/diagram/index.ts";
import { fontFamily, lightTheme } from "#shared/diagram/tokens.ts";
import { withPlaces } from "#shared/layout/index.ts";
import {
  type Argument,
  type ArgumentId,
  type Card,
  type CardId,
  type Group,
  type GroupId,
  getAs,
  type PlainMap,
  recordsOf,
} from "#shared/model/index.ts";
import { type Line, relationOf, relationWords, toneOf } from "../graph/index.ts";
import { escapeXmlText, xmlAttributes } from "../xml/index.ts";

const theme = lightTheme;
const font = fontFamily.replace(/^"([^"]+) Variable".*$/u, "$1");
/** Room that a region leaves around its cards, and for its title. */
const regionPx = { margin: 24, title: 28 };

/** How nodes and lines look in yEd and draw.io: the canvas in its light colours, without shadows. */
export type Graphics = Readonly<{
  card: (card: Card) => string;
  joint: (argument: Argument) => string;
  group: (group: Group) => string;
  line: (line: Line) => string;
}>;

/** Reckons where all stands; cards without a place are laid out first. O(map). */
export function graphicsOf(map: PlainMap): Graphics {
  const isPlaced = recordsOf(map, "card").every(({ id }) => map.positions.has(id));
  const { positions } = isPlaced ? map : withPlaces(map);
  const boxes = new Map<CardId, Rect>();
  const linesOf = new Map<CardId, readonly string[]>();
  const inGroup = new Map<GroupId, Rect[]>();
  for (const card of recordsOf(map, "card")) {
    const box = cardBox(card, (id) => getAs(map.records, "source", id)?.title);
    const [x, y] = positions.get(card.id) ?? [0, 0];
    const rect: Rect = { x, y, width: box.width, height: box.height };
    boxes.set(card.id, rect);
    linesOf.set(card.id, box.text.lines);
    if (!card.group) continue;
    const others = inGroup.get(card.group);
    if (others) others.push(rect);
    else inGroup.set(card.group, [rect]);
  }
  const lookup = {
    argument: (id: ArgumentId) => getAs(map.records, "argument", id),
    cardBox: (id: CardId) => boxes.get(id),
  };
  return {
    card: (card) => {
      const colors = theme.cards[card.kind];
      const tint = card.color && theme.tints[card.color];
      const { sizePx } = cardMetrics.text[card.kind];
      const lines = linesOf.get(card.id) ?? [];
      // A text that a card shows only in part stands here whole.
      const words = lines.length < cardMetrics.maxTextLines ? lines.join("\n") : card.text;
      return shapeNode({
        box: boxes.get(card.id) ?? { x: 0, y: 0, width: 0, height: 0 },
        fill: (tint ?? colors).surface,
        border: (tint ?? colors).border,
        borderType: card.kind === "evidence" ? "dashed" : "line",
        label: label(words, theme.text, sizePx),
        shape: card.kind === "question" ? "hexagon" : "roundrectangle",
      });
    },
    joint: (argument) => {
      const { line, surface, text } = theme.relations[toneOf[relationOf(argument)]];
      const at = geometryOf(argument.id, lookup)?.joint ?? [0, 0];
      return shapeNode({
        box: jointBox(at),
        fill: surface,
        border: line,
        borderType: "line",
        label: label(relationWords[argument.polarity], text, 12),
        shape: "roundrectangle",
      });
    },
    group: (group) => groupNode(group, boundsOf(inGroup.get(group.id) ?? [])),
    line: ({ relation, part }) => {
      const { line, text, dash } = theme.relations[toneOf[relation]];
      const isConflict = relation === "contrary" || relation === "contradictory";
      const isDashed = dash.length > 0;
      const words = part === undefined ? label(relationWords[relation], text, 12, "EdgeLabel") : "";
      return (
        `<y:PolyLineEdge><y:LineStyle${xmlAttributes({ color: line, type: isDashed ? "dashed" : "line", width: "1.75" })}/>` +
        `<y:Arrows${xmlAttributes({ source: isConflict ? "standard" : "none", target: part === "stem" ? "none" : "standard" })}/>` +
        `${words}</y:PolyLineEdge>`
      );
    },
  };
}

type Shape = Readonly<{
  box: Rect;
  fill: string;
  border: string;
  borderType: string;
  label: string;
  shape: string;
}>;

function shapeNode({ box, fill, border, borderType, label: words, shape }: Shape): string {
  return (
    `<y:ShapeNode>${geometry(box)}<y:Fill${xmlAttributes({ color: fill, transparent: "false" })}/>` +
    `<y:BorderStyle${xmlAttributes({ color: border, type: borderType, width: "1.0" })}/>${words}` +
    `<y:Shape${xmlAttributes({ type: shape })}/></y:ShapeNode>`
  );
}

function groupNode(group: Group, inner: Rect | undefined): string {
  const { margin, title } = regionPx;
  const { x, y, width, height } = inner ?? { x: 0, y: 0, width: 160, height: 60 };
  const box = {
    x: x - margin,
    y: y - margin - title,
    width: width + 2 * margin,
    height: height + 2 * margin + title,
  };
  const { surface, border } = theme.tints[group.color ?? "grey"];
  return (
    `<y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>${geometry(box)}` +
    `<y:Fill${xmlAttributes({ color: surface, transparent: "false" })}/>` +
    `<y:BorderStyle${xmlAttributes({ color: border, type: "line", width: "1.0" })}/>` +
    label(group.title, theme.text, 14, "NodeLabel", { modelName: "internal", modelPosition: "t" }) +
    '<y:Shape type="roundrectangle"/><y:State closed="false" innerGraphDisplayEnabled="true"/>' +
    "</y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode>"
  );
}

function geometry({ x, y, width, height }: Rect): string {
  return `<y:Geometry${xmlAttributes({ x, y, width, height })}/>`;
}

function label(
  words: string,
  textColor: string,
  fontSize: number,
  element: "NodeLabel" | "EdgeLabel" = "NodeLabel",
  more: Readonly<Record<string, string>> = {},
): string {
  const attributes = xmlAttributes({ fontFamily: font, fontSize, textColor, alignment: "center", ...more });
  return `<y:${element}${attributes}>${escapeXmlText(words)}</y:${element}>`;
}
