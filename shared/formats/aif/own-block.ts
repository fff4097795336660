import type { CreateId, RecordId } from "#shared/model/index.ts";
import { Findings } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { readJson } from "../json/index.ts";
import { type AifGraph, idIn, objectsIn } from "./aif-graph.ts";
import { schemeOf } from "./aif-schemes.ts";
import { type AifStep, interpretGraph } from "./interpret-graph.ts";

type Item = Readonly<Record<string, unknown>>;

/**
 * Reads a file that we wrote, maybe edited by others since: what the graph says goes before what stands beside it, and
 * all of it is checked as a file of our own format is. Undefined where that finds a fault.
 */
export function readOwn(graph: AifGraph, own: Item, options: ReadOptions): ReadResult | undefined {
  const findings = new Findings("AIF");
  const conflicts = byId(own["conflicts"]);
  const generated = new Set(Array.isArray(own["generated"]) ? own["generated"].map(idIn) : []);
  const meaning = interpretGraph(graph, findings, { generated, conflicts: new Set(conflicts.keys()) });
  const cards = byId(own["cards"]);
  const steps = byId(own["arguments"]);
  const born = { createdAt: options.now, author: options.author };
  const { generated: _, ...ofOurs } = own;
  const file = {
    ...ofOurs,
    cards: meaning.claims.map(({ node }): Item => {
      const at = graph.isXaif ? graph.places.get(node.id) : undefined;
      const given = { kind: "claim", ...(cards.get(node.id) ?? born) };
      return { ...given, id: node.id, text: node.text, ...(at && { at }) };
    }),
    arguments: meaning.steps.map((step, index): Item => {
      const isFirst = meaning.steps[index - 1]?.node.id !== step.node.id;
      return {
        ...schemeIn(step),
        ...(steps.get(step.node.id) ?? born),
        ...toldBy(step, isFirst, options.createId),
      };
    }),
    conflicts: meaning.conflicts.map(
      ({ node, members }): Item => ({
        ...conflicts.get(node.id),
        id: node.id,
        members,
      }),
    ),
  };
  const { map, diagnostics } = readJson(JSON.stringify(file));
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  return {
    map,
    diagnostics: [...findings.diagnostics(), ...diagnostics.map(({ path: _, ...rest }) => rest)],
  };
}

function byId(list: unknown): ReadonlyMap<string, Item> {
  return new Map(objectsIn(list).map((item) => [idIn(item["id"]), item]));
}

function toldBy(step: AifStep, isFirst: boolean, createId: CreateId): Item {
  return {
    id: isFirst ? step.node.id : createId<RecordId>(),
    polarity: step.polarity,
    premises: step.premises,
    target: { type: step.isAboutStep ? "argument" : "card", id: step.target },
  };
}

function schemeIn({ node }: AifStep): Item {
  return { scheme: schemeOf(node.scheme, node.schemeId) ?? "none" };
}
