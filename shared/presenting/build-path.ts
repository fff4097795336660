import { type OrderKey, orderKeyBetween } from "#shared/lib/order-key.ts";
import {
  type Argument,
  type ArgumentId,
  blankRecord,
  bySiblingOrder,
  type Card,
  type CardId,
  type CreateId,
  cardsAbove,
  cardsBelow,
  getAs,
  type MapRecord,
  type MapView,
  modelLimits,
  type PresentationId,
  type Step,
  type StepBuild,
  type StepId,
} from "#shared/model/index.ts";
import { type PathGroup, type PathKind, type PathOrder, pathGroups } from "./path-groups.ts";

/** How a path is built; see `defaultPathOptions`. */
export type PathOptions = Readonly<{
  order: PathOrder;
  /** Cards that a step may show for the first time; an argument is split only where it alone has more. */
  maxNew: number;
  build: StepBuild;
  /** Ends with how everything stands. */
  withSummary: boolean;
}>;

export const defaultPathOptions: PathOptions = {
  order: "top-down",
  maxNew: 6,
  build: "together",
  withSummary: true,
};

/** A reason and what it is for, at least; and no more than people take in at once. */
const fewestNewCards = 2;
const mostNewCards = 12;
/** What has been seen before counts for less, but not for nothing. */
const mostShown = 24;

/** One step of a path before it is written down. */
export type PathStep = Readonly<{
  kind: PathKind;
  about: CardId;
  /** One of how many about the same. */
  part: number;
  parts: number;
  shows: readonly (CardId | ArgumentId)[];
  /** What of it has not been shown before. */
  fresh: readonly CardId[];
  fits: readonly CardId[];
}>;

/**
 * A way through all that can be reached below a card: the card, the answers, for each answer its reasons, objections
 * and replies, and at the end how it all stands. Every card is new once, every argument comes once; the same map gives
 * the same path. Costs what it yields.
 */
export function buildPath(view: MapView, start: CardId, options: PathOptions): readonly PathStep[] {
  if (!getAs(view, "card", start)) return [];
  const most = Math.max(fewestNewCards, Math.min(mostNewCards, options.maxNew));
  const seen = new Set<CardId>([start]);
  const steps: Draft[] = [
    { kind: "start", about: start, head: start, shows: [start], fresh: [start], fits: [start], size: 1 },
  ];
  for (const group of pathGroups(view, start, options.order)) {
    for (const draft of draftsOf(view, group, seen, { order: options.order, most })) {
      const last = steps.at(-1);
      const joined = last && joinedDrafts(last, draft, most);
      if (joined) steps.splice(-1, 1, joined);
      else steps.push(draft);
    }
  }
  if (options.withSummary && steps.length > 1) steps.push(summaryOf(view, start, seen.size));
  return numbered(steps);
}

type Draft = Omit<PathStep, "part" | "parts"> & Readonly<{ head: CardId; size: number }>;

/** What is argued of one card in one go, in as many steps as its new cards take. */
function draftsOf(
  view: MapView,
  group: PathGroup,
  seen: Set<CardId>,
  { order, most }: Readonly<{ order: PathOrder; most: number }>,
): readonly Draft[] {
  const drafts: Draft[] = [];
  const { kind, about, head } = group;
  let shows: (CardId | ArgumentId)[] = [];
  let fresh: CardId[] = [];
  let fits = new Set<CardId>([about]);
  const finish = () => {
    if (shows.length > 0)
      drafts.push({ kind, about, head, shows, fresh, fits: [...fits], size: fresh.length });
    shows = [];
    fresh = [];
    fits = new Set([about]);
  };
  const show = (card: CardId) => {
    fits.add(card);
    if (seen.has(card)) return;
    seen.add(card);
    fresh.push(card);
  };
  for (const unit of group.units) {
    if (typeof unit === "string") {
      if ((!seen.has(unit) && fresh.length >= most) || shows.length >= mostShown) finish();
      show(unit);
      shows.push(unit);
      continue;
    }
    // From the reasons up, what they are for comes with the first of them.
    const isTargetNew = order === "deepest-first" && !seen.has(about);
    const cards = newCardsOf(view, unit, seen).filter((id) => !isTargetNew || id !== about);
    const needed = cards.length + (isTargetNew ? 1 : 0);
    if (fresh.length + needed > most || shows.length >= mostShown) finish();
    let left = cards;
    while (left.length + (isTargetNew ? 1 : 0) > most) {
      for (const card of left.slice(0, most)) show(card);
      shows.push(...left.slice(0, most));
      left = left.slice(most);
      finish();
    }
    if (isTargetNew) {
      for (const card of left) show(card);
      show(about);
      shows.push(...left, about);
    }
    for (const card of unit.premises) if (getAs(view, "card", card)) show(card);
    shows.push(unit.id);
  }
  finish();
  return drafts;
}

function newCardsOf(view: MapView, { premises }: Argument, seen: ReadonlySet<CardId>): readonly CardId[] {
  return [...new Set(premises)].filter((id) => !seen.has(id) && getAs(view, "card", id));
}

/** Two steps about one answer that go into one. */
function joinedDrafts(a: Draft, b: Draft, most: number): Draft | undefined {
  if (a.kind !== b.kind || a.head !== b.head || a.size + b.size > most) return undefined;
  if (a.shows.length + b.shows.length > mostShown) return undefined;
  return {
    kind: a.kind,
    head: a.head,
    about: a.about === b.about ? a.about : a.head,
    shows: [...new Set([...a.shows, ...b.shows])],
    fresh: [...a.fresh, ...b.fresh],
    fits: [...new Set([...a.fits, ...b.fits])],
    size: a.size + b.size,
  };
}

/** So many cards can be taken in at once; of more the last step shows those alone that speak to the first. */
const mostAtOnce = 12;

/**
 * How it stands: all that was shown, or where that is too much the card with what speaks to it directly, alone. Without
 * cards to fit the camera holds all there is.
 */
function summaryOf(view: MapView, start: CardId, cardsShown: number): Draft {
  const cards = [...new Set(cardsBelow(view, start))]
    .flatMap((id) => getAs(view, "card", id) ?? [])
    .filter(({ id, kind }) => id !== start && kind !== "question")
    .sort(bySiblingOrder)
    .map(({ id }) => id);
  const shows = [start, ...cards].slice(0, modelLimits.maxMembers);
  const fits = cardsShown > mostAtOnce ? shows : [];
  return { kind: "summary", about: start, head: start, shows, fresh: [], fits, size: 0 };
}

function numbered(drafts: readonly Draft[]): readonly PathStep[] {
  const keyOf = ({ kind, about }: Draft) => `${kind} ${about}`;
  const parts = new Map<string, number>();
  for (const draft of drafts) parts.set(keyOf(draft), (parts.get(keyOf(draft)) ?? 0) + 1);
  const counted = new Map<string, number>();
  return drafts.map((draft) => {
    const key = keyOf(draft);
    const part = (counted.get(key) ?? 0) + 1;
    counted.set(key, part);
    const { kind, about, shows, fresh, fits } = draft;
    return { kind, about, part, parts: parts.get(key) ?? 1, shows, fresh, fits };
  });
}

/** What a step of a path is called, by what it is about: the words are the caller's. */
export type PathTitleOf = (step: Pick<PathStep, "kind" | "part" | "parts">, about: string) => string;

/** The path as steps of a presentation, behind `after`, the last one that is there. */
export function stepsOfPath(
  view: Pick<MapView, "get">,
  path: readonly PathStep[],
  given: Readonly<{
    presentation: PresentationId | null;
    after: OrderKey | null;
    build: StepBuild;
    createId: CreateId;
    createdAt: number;
    titleOf: PathTitleOf;
  }>,
): readonly Step[] {
  let order = given.after;
  return path.map(({ shows, fits, ...part }) => {
    order = orderKeyBetween(order, null);
    return blankRecord("step", given.createId<StepId>(), {
      presentation: given.presentation,
      order,
      title: given
        .titleOf(part, shortText(getAs(view, "card", part.about)))
        .slice(0, modelLimits.maxTitleChars),
      shows,
      fits,
      reveal: part.kind === "start" || (part.kind === "summary" && fits.length > 0) ? "only" : "add",
      build: part.kind === "summary" ? "together" : given.build,
      dimsOthers: isArgued(part.kind),
      layer: part.kind === "summary" ? "standing" : "none",
      createdAt: given.createdAt,
    });
  });
}

/** Whether a step shows arguments: those name what they are about, so that it does not step back with the rest. */
function isArgued(kind: PathKind): boolean {
  return kind === "reasons" || kind === "objections" || kind === "replies";
}

/** In UTF-16 code units: as much as a list of steps has room for. */
const maxShortText = 80;

/** What a card says, on one line. */
function shortText(card: Card | undefined): string {
  const text = (card?.title || card?.text || "").replace(/\s+/gu, " ").trim();
  if (text.length <= maxShortText) return text;
  const cut = text.slice(0, maxShortText - 1);
  // Not in the middle of a character that takes two code units.
  return `${cut.replace(/[\uD800-\uDBFF]$/u, "").trimEnd()}…`;
}

/** Where a path begins when nobody says: the oldest question that stands on its own, else the oldest claim. O(map). */
export function mainCard(view: MapView, records: Iterable<MapRecord>): CardId | undefined {
  let best: Card | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const record of records) {
    if (record.type !== "card") continue;
    const [above] = cardsAbove(view, record.id);
    const rank = (above === undefined ? 0 : 2) + (record.kind === "question" ? 0 : 1);
    if (best && (rank - least || bySiblingOrder(record, best)) > 0) continue;
    best = record;
    least = rank;
  }
  return best?.id;
}
