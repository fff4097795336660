import type { ArgumentId, Card, CardId, PlainMap, Rating } from "#shared/model/index.ts";
import { componentsOf } from "./components.ts";
import { relationsOf, rivalIn } from "./relations.ts";

/** How strong everything is, from 0 to 1. */
export type Strengths = Readonly<{
  cards: ReadonlyMap<CardId, number>;
  steps: ReadonlyMap<ArgumentId, number>;
  /** What goes on swinging however long one computes: its number is where computing stopped. */
  unsettled: ReadonlySet<CardId | ArgumentId>;
}>;

/** [E9] Rounds after which a circle counts as one that does not settle; random ones took 189 at most. */
const maxRounds = 500;
/** [E9] Part of the way to its new strength that a statement in a circle goes each round. */
const damping = 0.5;
const tolerance = 1e-10;

const scores: Readonly<Record<Rating, number>> = { weak: 0.3, fair: 0.6, strong: 0.85 };

type Node = Readonly<{ id: CardId | ArgumentId; inputs: readonly number[]; next: () => number }>;

/** How strong every statement and step of a map is; docs/spec/evaluation.md. O(map), circles at most 500 times. */
export function strengthsOf(map: PlainMap): Strengths {
  const relations = relationsOf(map);
  const places = new Map<CardId | ArgumentId, number>();
  for (const { id } of relations.statements) places.set(id, places.size);
  for (const { id } of relations.arguments) places.set(id, places.size);
  const strengths = new Float64Array(places.size);
  const place = (id: CardId | ArgumentId) => places.get(id) ?? 0;
  const strength = (at: number) => strengths[at] ?? 0;
  const sum = (at: readonly number[]) => at.reduce((total, one) => total + strength(one), 0);

  const sides = (id: CardId | ArgumentId) => {
    const steps = relations.on(id);
    const side = (polarity: "support" | "oppose") =>
      steps.filter((step) => step.polarity === polarity).map((step) => place(step.id));
    return { pro: side("support"), con: side("oppose") };
  };
  const nodes: Node[] = [];
  for (const card of relations.statements) {
    const { pro, con } = sides(card.id);
    const against = [...con, ...relations.between(card.id).map((it) => place(rivalIn(it, card.id)))];
    const base = baseOf(card, map);
    nodes.push({
      id: card.id,
      inputs: [...pro, ...against],
      next: () => moved(base, sum(pro) - sum(against)),
    });
  }
  for (const argument of relations.arguments) {
    const { pro, con } = sides(argument.id);
    const premises = argument.premises.map(place);
    const base = argument.base ?? 1;
    nodes.push({
      id: argument.id,
      inputs: [...pro, ...con, ...premises],
      next: () =>
        moved(base, sum(pro) - sum(con)) * premises.reduce((least, at) => Math.min(least, strength(at)), 1),
    });
  }

  const unsettled = new Set<CardId | ArgumentId>();
  const inputsOf = (at: number) => nodes[at]?.inputs ?? [];
  for (const component of componentsOf(nodes.length, inputsOf)) {
    const isCircle = component.length > 1 || component.some((at) => inputsOf(at).includes(at));
    if (settle(component, strengths, nodes, isCircle)) continue;
    for (const at of component) {
      const node = nodes[at];
      if (node) unsettled.add(node.id);
    }
  }
  return {
    cards: new Map(relations.statements.map(({ id }) => [id, strength(place(id))])),
    steps: new Map(relations.arguments.map(({ id }) => [id, strength(place(id))])),
    unsettled,
  };
}

/** Whether the nodes of one component came to rest. All move at once, so that their order does not matter. */
function settle(
  component: readonly number[],
  strengths: Float64Array,
  nodes: readonly Node[],
  isCircle: boolean,
): boolean {
  const next = () => component.map((at) => nodes[at]?.next() ?? 0);
  if (!isCircle) {
    next().forEach((value, index) => {
      strengths[component[index] ?? 0] = value;
    });
    return true;
  }
  for (let round = 0; round < maxRounds; round += 1) {
    let farthest = 0;
    next().forEach((value, index) => {
      const at = component[index] ?? 0;
      const way = value - (strengths[at] ?? 0);
      farthest = Math.max(farthest, Math.abs(way));
      strengths[at] = (strengths[at] ?? 0) + way * damping;
    });
    if (farthest < tolerance) return true;
  }
  return false;
}

/** The quadratic energy model (Potyka 2018): `base` pulled up by positive energy, down by negative. */
function moved(base: number, energy: number): number {
  const pull = energy ** 2 / (1 + energy ** 2);
  return energy > 0 ? base + (1 - base) * pull : base - base * pull;
}

/** [E8] Where a statement starts: what was set; for evidence the mean of what was rated; else the middle. */
function baseOf({ kind, base, citations }: Card, map: PlainMap): number {
  if (base !== null) return base;
  if (kind !== "evidence") return 0.5;
  const rated = citations.flatMap(({ source, relevance }) => {
    const record = map.records.get(source);
    const credibility = record?.type === "source" ? record.credibility : null;
    return [relevance, credibility].flatMap((rating) => (rating ? [scores[rating]] : []));
  });
  return rated.length === 0 ? 0.5 : rated.reduce((total, score) => total + score, 0) / rated.length;
}
