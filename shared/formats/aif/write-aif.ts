import { type PlainMap, resolveMap } from "#shared/model/index.ts";
import { writeJson } from "../json/index.ts";
import { ownKey } from "./aif-graph.ts";
import { type AifParts, type PartNode, partsOf } from "./aif-parts.ts";
import { defaultConflict, defaultInference } from "./aif-schemes.ts";
import { escapeHtml } from "./passages.ts";

type Item = Readonly<Record<string, unknown>>;

/** The map as AIFdb has it: nodes, edges, locutions; what AIF has no place for stands beside them. */
export function writeAif(map: PlainMap): string {
  const parts = partsOf(map);
  return textOf({
    nodes: parts.nodes.map((node) => ({
      ...plainNode(node),
      timestamp: timeOf(node.time),
      ...(node.scheme && { scheme: node.scheme }),
      ...(node.schemeId && { schemeID: node.schemeId }),
    })),
    edges: parts.edges.map(({ from, to }, index) => ({
      edgeID: String(index + 1),
      fromID: from,
      toID: to,
      formEdgeID: null,
    })),
    ...peopleIn(parts),
    [ownKey]: ownPart(map, parts, true),
  });
}

/** The map as OVA has it, which shows where things lie and marks what is quoted in a text. */
export function writeXaif(map: PlainMap): string {
  const parts = partsOf(map);
  const shown = new Set(parts.nodes.flatMap(({ id, place }) => (place ? [id] : [])));
  return textOf({
    AIF: {
      nodes: parts.nodes.map(plainNode),
      edges: parts.edges.map(({ from, to }, index) => ({ edgeID: index + 1, fromID: from, toID: to })),
      schemefulfillments: parts.nodes.flatMap((node) => {
        const schemeID = node.schemeId || (node.scheme && schemeIdOf(node));
        return schemeID ? [{ nodeID: node.id, schemeID }] : [];
      }),
      descriptorfulfillments: [],
      cqdescriptorfulfillments: [],
      ...peopleIn(parts),
    },
    text: quotedText(parts),
    OVA: {
      firstname: "",
      surname: "",
      url: "",
      nodes: parts.nodes.map(({ id, place }) => ({
        nodeID: id,
        visible: place !== undefined,
        x: place?.[0] ?? 0,
        y: place?.[1] ?? 0,
        timestamp: "",
      })),
      edges: parts.edges.map(({ from, to }) => ({
        fromID: from,
        toID: to,
        visible: shown.has(from) && shown.has(to),
      })),
    },
    [ownKey]: ownPart(map, parts, false),
  });
}

function plainNode({ id, text, type }: PartNode): Item {
  return { nodeID: id, text, type };
}

/** xAIF knows schemes by number alone; a step of a scheme whose number is not known is one of the plain kind. */
function schemeIdOf({ type }: PartNode): string {
  return type === "CA" ? defaultConflict.id : defaultInference.id;
}

function peopleIn({ people, locutions }: AifParts): Item {
  return {
    participants: people.map((name, index) => ({ participantID: index + 1, firstname: name, surname: "" })),
    locutions: locutions.flatMap(({ node, person, start, time }) =>
      person === 0
        ? []
        : [
            {
              nodeID: node,
              personID: person,
              timestamp: timeOf(time),
              start: start || null,
              end: null,
              source: null,
            },
          ],
    ),
  };
}

/** Who said what, a line each; the words are marked with the node that quotes them. */
function quotedText({ locutions, people }: AifParts): string {
  return locutions
    .filter(({ quote }) => quote !== "")
    .map(({ node, person, quote }) => {
      const speaker = person === 0 ? "" : `${escapeHtml(people[person - 1] ?? "")}: `;
      return `${speaker}<span id="node${node}" class="highlighted">${escapeHtml(quote)}</span><br>`;
    })
    .join("");
}

/** What the graph does not say: our own file without what it does. */
function ownPart(map: PlainMap, { generated }: AifParts, hasPlaces: boolean): Item {
  const own = JSON.parse(writeJson(resolveMap(map))) as Readonly<Record<string, readonly Item[]>>;
  const without = (list: readonly Item[] | undefined, ...names: readonly string[]): readonly Item[] =>
    (list ?? []).map((item) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name))),
    );
  return {
    ...own,
    cards: without(own["cards"], "text", ...(hasPlaces ? [] : ["at"])),
    arguments: without(own["arguments"], "polarity", "premises", "target"),
    conflicts: without(own["conflicts"], "members"),
    generated,
  };
}

/** As AIFdb writes a time, to the second. Times beyond what a date can be are left at the beginning. */
function timeOf(time: number): string {
  const date = new Date(time);
  const words = Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
  return words.slice(0, 19).replace("T", " ");
}

function textOf(file: Item): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
