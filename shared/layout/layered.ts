import { linkMetrics } from "#shared/diagram/index.ts";
import type { ArgumentId, CardId, GroupId } from "#shared/model/ids.ts";
import type { Point } from "#shared/model/records.ts";
import { type DotEngine, placesFromDot } from "./dot-places.ts";
import type { Forest } from "./forest.ts";
import { type LayoutArgument, type LayoutCard, type LayoutMap, layoutRecordsOf } from "./layout-map-type.ts";
import { defaultLayoutOptions, type LayoutOptions, type SizeOf } from "./layout-options.ts";
import { type LayoutScope, scopeForest } from "./scope.ts";
import { settle } from "./settle.ts";

/** Graphviz counts in inches of 72 points; a canvas pixel is taken for a point. */
const pointsPerInch = 72;
/** A joint takes its chip's room across the layers, and next to none along them: the gap between layers has it. Even, since halves are rounded. */
const jointPx = 2;
/** Conclusions come first along the direction: edges run from premises to conclusions, so against it. */
const rankdirOf = { right: "RL", down: "BT", up: "TB" } as const;

/**
 * A place for every card in scope, in layers: a card that serves many conclusions stands beyond the furthest, and
 * lines cross as little as Graphviz finds. For maps in which premises are shared; `engine` is Graphviz's dot. Pins,
 * scope and anchor as in `layoutMap`. Undefined where the engine gives no usable answer.
 */
export function layoutLayered(
  map: LayoutMap,
  sizeOf: SizeOf,
  options: Partial<LayoutOptions>,
  scope: LayoutScope,
  engine: DotEngine,
): ReadonlyMap<CardId, Point> | undefined {
  const settings: LayoutOptions = { ...defaultLayoutOptions, ...options, arrangement: "tree" };
  const forest = scopeForest(map, scope);
  const cards = cardsOf(forest);
  const raw = placesFromDot(engine(dotOf(map, cards, sizeOf, settings)), cards, sizeOf);
  return raw && settle(forest, raw, map, sizeOf, settings, scope);
}

function cardsOf({ roots, loose }: Forest): readonly LayoutCard[] {
  const cards: LayoutCard[] = [];
  const open = [...roots, ...loose];
  for (const branch of open) {
    cards.push(...branch.cards);
    open.push(...branch.children);
  }
  return cards;
}

/** The graph of some cards of a map in the DOT language; nodes are numbered, so no text of the map is in it. */
export function dotOf(
  map: LayoutMap,
  cards: readonly LayoutCard[],
  sizeOf: SizeOf,
  { direction, gaps }: LayoutOptions,
): string {
  const names = new Map<CardId | ArgumentId, string>();
  for (const [i, { id }] of cards.entries()) names.set(id, `c${i}`);
  const joints = jointsOf(map, names);
  const gap = direction === "right" ? gaps.level : gaps.rank;
  // There is a rank for joints half way between those for cards.
  const lines = [
    "digraph {",
    `rankdir=${rankdirOf[direction]};nodesep=${inches(gaps.sibling)};ranksep=${inches((gap - jointPx) / 2)};`,
    'node [shape=box,fixedsize=true,label="",margin=0];edge [dir=none];',
  ];
  for (const { id } of cards) {
    const { width, height } = sizeOf(id);
    lines.push(`${names.get(id)} [width=${inches(width)},height=${inches(height)}];`);
  }
  const { widthPx, heightPx } = linkMetrics.chip;
  const [width, height] = direction === "right" ? [jointPx, heightPx] : [widthPx, jointPx];
  for (const joint of joints.values()) {
    lines.push(`${joint} [width=${inches(width)},height=${inches(height)}];`);
  }
  lines.push(...clustersOf(cards, names), ...edgesOf(map, cards, names, joints), "}");
  return lines.join("\n");
}

/** Names of the joints that are nodes: those where several premises meet, or at which another argument points. */
function jointsOf(map: LayoutMap, names: ReadonlyMap<CardId | ArgumentId, string>): Map<ArgumentId, string> {
  const joints = new Map<ArgumentId, string>();
  const shown = (argument: LayoutArgument) => argument.premises.some((id) => names.has(id));
  for (const argument of layoutRecordsOf(map, "argument")) {
    if (!shown(argument)) continue;
    const known = argument.premises.filter((id) => names.has(id));
    if (known.length > 1) joints.set(argument.id, `j${joints.size}`);
    const target = argument.target.type === "argument" ? map.records.get(argument.target.id) : undefined;
    if (target?.type !== "argument" || joints.has(target.id as ArgumentId)) continue;
    if (shown(target as LayoutArgument)) joints.set(target.id as ArgumentId, `j${joints.size}`);
  }
  return joints;
}

function edgesOf(
  map: LayoutMap,
  cards: readonly LayoutCard[],
  names: ReadonlyMap<CardId | ArgumentId, string>,
  joints: ReadonlyMap<ArgumentId, string>,
): readonly string[] {
  const edges: string[] = [];
  const nameOf = (id: CardId | ArgumentId) => names.get(id as CardId) ?? joints.get(id as ArgumentId);
  // Joints take the odd ranks and cards the even ones, so that each rank is a row of cards or a gutter with chips.
  const join = (from: string | undefined, to: string | undefined, how = "") => {
    if (from && to && from !== to) edges.push(`${from}->${to} [minlen=${from[0] === to[0] ? 2 : 1}${how}];`);
  };
  for (const argument of layoutRecordsOf(map, "argument")) {
    const joint = joints.get(argument.id);
    const target = nameOf(argument.target.id);
    for (const premise of argument.premises) join(names.get(premise), joint ?? target);
    join(joint, target);
  }
  for (const card of cards) {
    for (const question of card.answers) join(nameOf(card.id), nameOf(question));
    if (card.parent) join(nameOf(card.id), nameOf(card.parent));
    if (card.raisedBy) join(nameOf(card.id), nameOf(card.raisedBy.id));
  }
  for (const { members } of layoutRecordsOf(map, "conflict")) {
    join(nameOf(members[0]), nameOf(members[1]), ",constraint=false");
  }
  return edges;
}

/** Groups stay in one piece. */
function clustersOf(
  cards: readonly LayoutCard[],
  names: ReadonlyMap<CardId | ArgumentId, string>,
): readonly string[] {
  const members = new Map<GroupId, string[]>();
  for (const { id, group } of cards) {
    const name = names.get(id);
    if (!group || !name) continue;
    const known = members.get(group);
    if (known) known.push(name);
    else members.set(group, [name]);
  }
  return [...members.values()].map((list, i) => `subgraph cluster_${i} {margin=24;${list.join(";")}}`);
}

function inches(px: number): string {
  // Graphviz cuts off what is less than a point, so never a hair too little.
  return (Math.ceil((px / pointsPerInch) * 1e6) / 1e6).toFixed(6);
}
