/** What each slide shows: the whole map, then one slide a step, or one a conclusion with what speaks for and against it. */
import { boundsOf, cardBox } from "#shared/diagram/index.ts";
import type { PictureWords } from "#shared/diagram/picture/index.ts";
import { type LayoutOptions, layoutMap, type Size, withPlaces } from "#shared/layout/index.ts";
import {
  type Argument,
  argumentRef,
  argumentsFrom,
  argumentsTo,
  byAge,
  bySiblingOrder,
  type Card,
  type CardId,
  cardRef,
  excerptOf,
  getAs,
  type MapRecord,
  type MapView,
  type PlainMap,
  type RecordId,
  recordsOf,
  type Step,
  viewOf,
} from "#shared/model/index.ts";

/** One slide: its heading, the part of the map on it (placed), and what the speaker reads. */
export type SlidePlan = Readonly<{
  title: string;
  map: PlainMap;
  notes: readonly string[];
  /** Cards whose whole texts stand in the notes, with what speaks to them. */
  told: readonly CardId[];
}>;

/** So many premises fit beside a claim in type that can be read from the back. */
const maxPremisesOnSlide = 5;
/** As wide for its height as the room under the title. */
const slideAspect = 2.1;

/**
 * Ways to lay a slide out, of which the one in the largest type is taken. The stacks of `compact` are harder to follow
 * along straight lines, so it has to win clearly.
 */
const layouts: readonly Readonly<{ weight: number; options: Partial<LayoutOptions> }>[] = [
  { weight: 1, options: { arrangement: "tree", direction: "right", leaves: "beside" } },
  { weight: 1, options: { arrangement: "tree", direction: "down", leaves: "beside" } },
  { weight: 0.7, options: { arrangement: "compact", aspect: slideAspect } },
];

export function planSlides(map: PlainMap, words: PictureWords): readonly SlidePlan[] {
  const view = viewOf(map);
  const steps = [...recordsOf(map, "step")].sort((a, b) =>
    a.order < b.order ? -1 : a.order > b.order ? 1 : byAge(a, b),
  );
  const conclusions = conclusionsOf(map, view);
  const overview: SlidePlan = {
    title: map.meta.title || words.untitledMap,
    map: withPlaces(map),
    notes: [],
    told: [],
  };
  const others =
    steps.length > 0
      ? steps.map((step) => stepSlide(step, view))
      : conclusions.flatMap((card) => conclusionSlides(card, view));
  return [overview, ...others];
}

/** Claims about which something is said and that serve no argument themselves: first those that answer a question. */
function conclusionsOf(map: PlainMap, view: MapView): readonly Card[] {
  const cards = [...recordsOf(map, "card")].sort(bySiblingOrder);
  const found = cards.filter(
    ({ id, kind }) =>
      kind !== "question" && has(argumentsTo(view, cardRef(id))) && !has(argumentsFrom(view, id)),
  );
  const questions = cards.filter(({ kind }) => kind === "question").map(({ id }) => id);
  const rankOf = ({ answers }: Card) =>
    answers.reduce((least, id) => Math.min(least, questions.indexOf(id) >>> 0), questions.length);
  return found
    .map((card) => ({ card, rank: rankOf(card) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ card }) => card);
}

function stepSlide(step: Step, view: MapView): SlidePlan {
  const shown = new Set<RecordId>();
  for (const id of step.shows) {
    const record = view.get(id);
    if (record?.type === "card") shown.add(id);
    if (record?.type === "argument") for (const end of endsOf(record, view)) shown.add(end);
  }
  const cards = [...shown] as CardId[];
  const title = step.title || headingOf(getAs(view, "card", cards[0] as CardId));
  return { title, map: laidOut(excerptOf(view, shown)), notes: paragraphsOf(step.notes), told: cards };
}

function conclusionSlides(card: Card, view: MapView): readonly SlidePlan[] {
  const chunks: { ids: Set<RecordId>; premises: number }[] = [];
  for (const argument of argumentsTo(view, cardRef(card.id))) {
    const ids = idsAround(argument, view);
    const premises = [...ids].filter((id) => view.get(id)?.type === "card").length - 1;
    const last = chunks.at(-1);
    if (last && last.premises + premises <= maxPremisesOnSlide) {
      for (const id of ids) last.ids.add(id);
      last.premises += premises;
    } else chunks.push({ ids, premises });
  }
  return chunks.map(({ ids }, i) => ({
    title: headingOf(card) + (chunks.length > 1 ? ` (${i + 1}/${chunks.length})` : ""),
    map: laidOut(excerptOf(view, ids)),
    notes: [],
    told: i === 0 ? [card.id] : [],
  }));
}

/** The argument's cards, and those that speak to its step. */
function idsAround(argument: Argument, view: MapView): Set<RecordId> {
  const ids = new Set<RecordId>([argument.id, ...endsOf(argument, view)]);
  for (const about of argumentsTo(view, argumentRef(argument.id)))
    for (const id of [about.id, ...about.premises]) ids.add(id);
  return ids;
}

/** Premises and target; where that is a step, the cards of the step as well. */
function endsOf(argument: Argument, view: MapView): readonly CardId[] {
  const ends = [...argument.premises];
  const seen = new Set<RecordId>([argument.id]);
  let target = argument.target;
  while (target.type === "argument" && !seen.has(target.id)) {
    seen.add(target.id);
    const next: Argument | undefined = getAs(view, "argument", target.id);
    if (!next) return ends;
    ends.push(...next.premises);
    target = next.target;
  }
  if (target.type === "card") ends.push(target.id);
  return ends;
}

/** Of a slide's part of the map: without quotations, which the notes have, and laid out to be read from afar. */
function laidOut(excerpt: PlainMap): PlainMap {
  const records = new Map<RecordId, MapRecord>();
  for (const [id, record] of excerpt.records)
    records.set(
      id,
      record.type === "card"
        ? { ...record, citations: record.citations.map((citation) => ({ ...citation, quote: "" })) }
        : record,
    );
  const map: PlainMap = { ...excerpt, records, positions: new Map() };
  const view = viewOf(map);
  const sizes = new Map<RecordId, Size>();
  for (const card of recordsOf(map, "card"))
    sizes.set(
      card.id,
      cardBox(card, (id) => getAs(view, "source", id)?.title),
    );
  const sizeOf = (id: CardId) => sizes.get(id) ?? { width: 0, height: 0 };
  let best: PlainMap["positions"] = new Map();
  let most = 0;
  for (const { weight, options } of layouts) {
    const positions = layoutMap(map, sizeOf, options);
    const bounds = boundsOf([...positions].map(([id, [x, y]]) => ({ x, y, ...sizeOf(id) })));
    if (!bounds) continue;
    const size = weight * Math.min(slideAspect / bounds.width, 1 / bounds.height);
    if (size <= most) continue;
    most = size;
    best = positions;
  }
  return { ...map, positions: best };
}

function headingOf(card: Card | undefined): string {
  return card?.text || card?.title || "";
}

function paragraphsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/\r\n|[\n\r]/u);
}

function has(items: Iterable<unknown>): boolean {
  for (const _ of items) return true;
  return false;
}
