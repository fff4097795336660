import { modelLimits, type Point } from "#shared/model/index.ts";
import { cutToTitle, type Findings } from "../building/index.ts";
import { type Passage, passagesOf } from "./passages.ts";

/** A node of the graph as it stands in the file. */
export type AifNode = Readonly<{
  id: string;
  type: string;
  text: string;
  /** What kind of inference, conflict or speech act it is: name and number at AIFdb, where the file says so. */
  scheme: string;
  schemeId: string;
  path: string;
}>;

/** When and by whom something was said. */
export type AifLocution = Readonly<{ speaker: string; start: string }>;

/** A file of either shape, taken apart but not yet understood. */
export type AifGraph = Readonly<{
  /** With what surrounds the graph where it comes from OVA. */
  isXaif: boolean;
  nodes: ReadonlyMap<string, AifNode>;
  /** Both ends are there; each pair once; in the order of the file. */
  outs: ReadonlyMap<string, readonly string[]>;
  ins: ReadonlyMap<string, readonly string[]>;
  locutions: ReadonlyMap<string, AifLocution>;
  places: ReadonlyMap<string, Point>;
  passages: ReadonlyMap<string, Passage>;
  /** Where the text that was analysed is from. */
  url: string;
  /** What we add to our own files. */
  own: Readonly<Record<string, unknown>> | undefined;
}>;

/** The key under which our own files hold what AIF has no place for. */
export const ownKey = "counterpoint";

/** Takes a parsed file apart; undefined, and a finding, where it is no AIF. */
export function readGraph(file: unknown, findings: Findings): AifGraph | undefined {
  const inner = isObject(file) ? file["AIF"] : undefined;
  const body = isObject(inner) ? inner : file;
  if (!isObject(file) || !isObject(body) || !(Array.isArray(body["nodes"]) || body["nodes"] === null)) {
    findings.fail("NOT_AIF", 'This is no argument in AIF or xAIF: it has no list of "nodes".');
    return undefined;
  }
  const isXaif = isObject(inner);
  const ova = isObject(file["OVA"]) ? file["OVA"] : {};
  const schemes = new Map(
    objectsIn(body["schemefulfillments"]).map((item) => [idIn(item["nodeID"]), wordsIn(item["schemeID"])]),
  );
  const nodes = readNodes(body["nodes"], schemes, isXaif ? "AIF.nodes" : "nodes", findings);
  const edges = readEdges(body["edges"], nodes, isXaif ? "AIF.edges" : "edges", findings);
  const own = file[ownKey];
  return {
    isXaif,
    nodes,
    ...edges,
    locutions: readLocutions(body),
    places: readPlaces(ova["nodes"]),
    passages: passagesOf(textIn(file["text"])),
    url: wordsIn(ova["url"]).slice(0, modelLimits.maxUrlChars),
    own: isObject(own) ? own : undefined,
  };
}

function readNodes(
  list: unknown,
  schemes: ReadonlyMap<string, string>,
  path: string,
  findings: Findings,
): ReadonlyMap<string, AifNode> {
  const nodes = new Map<string, AifNode>();
  listIn(list).forEach((item, index) => {
    const at = `${path}[${index}]`;
    const id = isObject(item) ? idIn(item["nodeID"]) : "";
    if (!isObject(item) || id === "") {
      findings.warn("NO_ID", "A node without an id was left out.", { path: at });
    } else if (nodes.has(id)) {
      findings.warn("DUPLICATE_ID", "A second node of the same id was left out.", { path: at });
    } else {
      const text = wordsIn(item["text"]);
      nodes.set(id, {
        id,
        type: wordsIn(item["type"]).toUpperCase(),
        text,
        scheme: cutToTitle(wordsIn(item["scheme"]) || (item["type"] === "I" ? "" : text)),
        schemeId: schemes.get(id) ?? wordsIn(item["schemeID"]),
        path: at,
      });
    }
  });
  return nodes;
}

function readEdges(
  list: unknown,
  nodes: ReadonlyMap<string, AifNode>,
  path: string,
  findings: Findings,
): Pick<AifGraph, "ins" | "outs"> {
  const outs = new Map<string, string[]>();
  const ins = new Map<string, string[]>();
  const seen = new Set<string>();
  listIn(list).forEach((item, index) => {
    const [from, to] = isObject(item) ? [idIn(item["fromID"]), idIn(item["toID"])] : ["", ""];
    if (!nodes.has(from) || !nodes.has(to)) {
      const message = "An edge that leads from or to a node that is not in the file was left out.";
      findings.warn("DANGLING_EDGE", message, { path: `${path}[${index}]` });
      return;
    }
    const pair = JSON.stringify([from, to]);
    if (seen.has(pair)) return;
    seen.add(pair);
    push(outs, from, to);
    push(ins, to, from);
  });
  return { ins, outs };
}

function readLocutions(body: Readonly<Record<string, unknown>>): ReadonlyMap<string, AifLocution> {
  const people = new Map(
    objectsIn(body["participants"]).map((person) => [
      idIn(person["participantID"]),
      cutToTitle(`${wordsIn(person["firstname"])} ${wordsIn(person["surname"])}`),
    ]),
  );
  return new Map(
    objectsIn(body["locutions"]).map((item) => [
      idIn(item["nodeID"]),
      { speaker: people.get(idIn(item["personID"])) ?? "", start: cutToTitle(wordsIn(item["start"])) },
    ]),
  );
}

/** Where OVA shows what. */
function readPlaces(list: unknown): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  for (const item of objectsIn(list)) {
    const [x, y] = [numberIn(item["x"]), numberIn(item["y"])];
    const isShown = item["visible"] !== false && item["visible"] !== "false";
    if (isShown && x !== undefined && y !== undefined) places.set(idIn(item["nodeID"]), [x, y]);
  }
  return places;
}

/** The text is a string, or `{txt}`, or that once more as a string. */
function textIn(value: unknown): string {
  if (isObject(value)) return wordsIn(value["txt"]);
  const words = wordsIn(value);
  const wrapped = /^\s*\{\s*['"]txt['"]\s*:\s*(['"])([\s\S]*)\1\s*\}\s*$/u.exec(words);
  return wrapped?.[2] === undefined ? words : wrapped[2].replace(/\\(['"\\])/gu, "$1").replace(/\\n/gu, "\n");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list, or nothing: OVA writes null for an empty one. */
function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return listIn(value).filter(isObject);
}

/** Ids come as words and as numbers. */
export function idIn(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function wordsIn(value: unknown): string {
  return idIn(value);
}

function numberIn(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
