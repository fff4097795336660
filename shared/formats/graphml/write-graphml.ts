import type { Argument, Card, GroupId, MapRecord, PlainMap, RecordType } from "#shared/model/index.ts";
import { recordsOf } from "#shared/model/index.ts";
import { cellsOf, dateCell, listOfCells } from "../fields/index.ts";
import { type Drawing, drawingOf, type Line } from "../graph/index.ts";
import { escapeXmlText, xmlAttributes } from "../xml/index.ts";
import { type Graphics, graphicsOf } from "./graphics.ts";
import { type Bearer, keyId, keyLines, nameOf } from "./keys.ts";

const root = {
  xmlns: "http://graphml.graphdrawing.org/xmlns",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xmlns:y": "http://www.yworks.com/xml/graphml",
  "xsi:schemaLocation":
    "http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd",
};

/**
 * What shows of the map as GraphML: cards and joints as nodes, groups as nodes with nodes in them, all else as edges.
 * Each has the shape that yEd and draw.io show and the data from which `readGraphml` makes the same map.
 */
export function writeGraphml(whole: PlainMap): string {
  const drawing = drawingOf(whole, () => true);
  const { map, groups, lines } = drawing;
  const graphics = graphicsOf(map);
  const nodes = nodesByGroup(drawing);
  const nodesIn = (group: GroupId | null, indent: string): readonly string[] =>
    (nodes.get(group) ?? []).map((record) => nodeOf(record, map, graphics, indent));
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml${xmlAttributes(root)}>`,
    ...keyLines(),
    '  <graph id="map" edgedefault="directed">',
    ...(map.meta.title === "" ? [] : [`    ${data("graph", "title", map.meta.title)}`]),
    `    ${data("graph", "createdAt", dateCell(map.meta.createdAt))}`,
    ...besides(map, "source", "sources"),
    ...besides(map, "presentation", "presentations"),
    ...besides(map, "step", "steps"),
    ...groups.flatMap((group) => [
      `    <node${xmlAttributes({ id: group.id, "yfiles.foldertype": "group" })}>${recordData(group)}${drawn("node", graphics.group(group))}`,
      `      <graph${xmlAttributes({ id: `${group.id}:`, edgedefault: "directed" })}>`,
      ...nodesIn(group.id, "        "),
      "      </graph>",
      "    </node>",
    ]),
    ...nodesIn(null, "    "),
    ...lines.map((line) => edgeOf(line, graphics)),
    "  </graph>",
    "</graphml>",
  ].join("\n")}\n`;
}

function nodesByGroup({ cards, joints, groupOf }: Drawing): ReadonlyMap<GroupId | null, (Card | Argument)[]> {
  const nodes = new Map<GroupId | null, (Card | Argument)[]>();
  for (const record of [...cards, ...joints]) {
    const group = groupOf(record);
    const others = nodes.get(group);
    if (others) others.push(record);
    else nodes.set(group, [record]);
  }
  return nodes;
}

function nodeOf(record: Card | Argument, map: PlainMap, graphics: Graphics, indent: string): string {
  const isCard = record.type === "card";
  const at = isCard ? map.positions.get(record.id) : undefined;
  const place = at ? data("node", "x", String(at[0])) + data("node", "y", String(at[1])) : "";
  const look = isCard ? graphics.card(record) : graphics.joint(record);
  const link = isCard ? linkOf(record, map) : "";
  return `${indent}<node${xmlAttributes({ id: record.id })}>${recordData(record)}${place}${link}${drawn("node", look)}</node>`;
}

/** The first source on the web: yEd opens it from the node. */
function linkOf(card: Card, map: PlainMap): string {
  for (const { source: id } of card.citations) {
    const source = map.records.get(id);
    if (source?.type === "source" && /^https?:/i.test(source.url)) return data("node", "url", source.url);
  }
  return "";
}

function edgeOf(line: Line, graphics: Graphics): string {
  const { from, to, relation, part, of } = line;
  const isConflict = of?.type === "conflict";
  const says = part === "stem" ? "" : data("edge", "relation", relation);
  const fields = isConflict ? recordFields("edge", of) : "";
  const attributes = xmlAttributes({ id: isConflict ? of.id : undefined, source: from, target: to });
  return `    <edge${attributes}>${says}${fields}${drawn("edge", graphics.line(line))}</edge>`;
}

function besides(map: PlainMap, type: RecordType, name: string): readonly string[] {
  const records = listOfCells(recordsOf(map, type));
  return records.length === 0 ? [] : [`    ${data("graph", name, JSON.stringify(records))}`];
}

function recordData(record: MapRecord): string {
  return data("node", "record", record.type) + recordFields("node", record);
}

function recordFields(bearer: Bearer, record: MapRecord): string {
  return Object.entries(cellsOf(record))
    .map(([name, cell]) => data(bearer, nameOf(name), cell))
    .join("");
}

function data(bearer: Bearer, name: string, words: string): string {
  return `<data${xmlAttributes({ key: keyId(bearer, name) })}>${escapeXmlText(words)}</data>`;
}

function drawn(bearer: "node" | "edge", look: string): string {
  return `<data${xmlAttributes({ key: `${bearer}graphics` })}>${look}</data>`;
}
