/** What each slide shows: the whole map, then one slide a step, or one a conclusion with what speaks for and against it. */
import { withPlaces } from "#shared/layout/index.ts";
import {
  type Argument,
  argumentRef,
  argumentsFrom,
  argumentsTo,
  bySiblingOrder,
  type Card,
  type CardId,
  cardRef,
  excerptOf,
  getAs,
  type MapView,
  type PlainMap,
  type RecordId,
  recordsOf,
  type StepLayer,
  viewOf,
} from "#shared/model/index.ts";
import type { DrawingJob } from "../drawn/drawing.ts";
import { laidOut } from "../drawn/laid-out.ts";
import { type PresentedStep, presentedSteps } from "../drawn/presented-steps.ts";

/** One slide: its heading, the part of the map on it (placed), and what the speaker reads. */
export type SlidePlan = Readonly<{
  title: string;
  map: PlainMap;
  notes: readonly string[];
  /** Cards whose whole texts stand in the notes, with what speaks to them. */
  told: readonly CardId[];
  dimmed: ReadonlySet<RecordId>;
  emphasised: ReadonlySet<RecordId>;
  /** What cards say of how they fare though that was not chosen. */
  layer: StepLayer;
}>;

const plain = { dimmed: new Set<RecordId>(), emphasised: new Set<RecordId>(), layer: "none" } as const;

/** As wide for its height as the room under the title. */
const slideAspect = 2.1;

/** So many premises fit beside a claim in type that can be read from the back. */
const maxPremisesOnSlide = 5;
/** The map, then the steps of the presentation chosen, or of all; without steps, conclusions. */
export function planSlides(job: DrawingJob): readonly SlidePlan[] {
  const { map, words } = job;
  const view = viewOf(map);
  const steps = presentedSteps(job);
  const overview: SlidePlan = {
    ...plain,
    title: map.meta.title || words.untitledMap,
    map: withPlaces(map),
    notes: [],
    told: [],
  };
  const others =
    steps.length > 0
      ? steps.map((step) => stepSlide(step, view))
      : conclusionsOf(map, view).flatMap((card) => conclusionSlides(card, view));
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

function stepSlide(presented: PresentedStep, view: MapView): SlidePlan {
  const { title, cards, notes, poll, dimmed, emphasised, layer } = presented;
  return {
    title: title || headingOf(getAs(view, "card", cards[0] as CardId)),
    map: laidOut(presented.map, slideAspect),
    notes: [...paragraphsOf(notes), ...(poll === "" ? [] : [poll])],
    told: cards,
    dimmed,
    emphasised,
    layer,
  };
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
    ...plain,
    title: headingOf(card) + (chunks.length > 1 ? ` (${i + 1}/${chunks.length})` : ""),
    map: laidOut(excerptOf(view, ids), slideAspect),
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
