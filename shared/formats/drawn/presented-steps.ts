import { fillIn } from "#shared/diagram/picture/fill-in.ts";
import {
  type CardId,
  excerptOf,
  getAs,
  type MapRecord,
  type MapView,
  type PlainMap,
  presentationsOf,
  type RecordId,
  resolveMap,
  type Step,
  type StepLayer,
  stepsOf,
  viewOf,
} from "#shared/model/index.ts";
import { beatsOf, playable, type Showing, showingAt } from "#shared/presenting/index.ts";
import { type ExportOptions, unnamedPresentation } from "../export-options.ts";
import type { DrawingJob } from "./drawing.ts";

/** One step of a presentation as it is left: all of it revealed. */
export type PresentedStep = Readonly<{
  /** What its presentation is called; empty where it belongs to none by name. */
  presentation: string;
  title: string;
  /** Empty where notes are not wanted. */
  notes: string;
  /** What is asked, in a sentence; empty where nothing is. */
  poll: string;
  /** In the order of revealing. */
  cards: readonly CardId[];
  /** These cards with what joins them and is revealed by now; nobody has placed them for this. */
  map: PlainMap;
  dimmed: ReadonlySet<RecordId>;
  emphasised: ReadonlySet<RecordId>;
  /** What it shows on its cards, whatever was chosen. */
  layer: StepLayer;
}>;

/** The steps of the presentation chosen, or of all, that are shown: neither hidden nor empty. O(map) for each step. */
export function presentedSteps({
  map,
  options,
  pageWords,
}: Pick<DrawingJob, "map" | "options" | "pageWords">): readonly PresentedStep[] {
  const view = viewOf(map);
  return runsOf(map, options.presentation).flatMap(({ title, steps }) =>
    playable(view, steps).flatMap((step): readonly PresentedStep[] => {
      const beat = beatsOf(view, step).length - 1;
      const showing = showingAt(view, steps, { step: step.id, beat });
      if (!showing) return [];
      const told = presented(step, showing, map, view, pageWords);
      return [{ presentation: title, ...told, notes: options.notes ? step.notes : "" }];
    }),
  );
}

type Run = Readonly<{ title: string; steps: readonly Step[] }>;

function runsOf(map: PlainMap, chosen: ExportOptions["presentation"]): readonly Run[] {
  const unnamed = { title: "", steps: stepsOf(map, null) };
  if (chosen === unnamedPresentation) return [unnamed];
  const named = presentationsOf(map)
    .filter(({ id }) => chosen === null || id === chosen)
    .map(({ id, title }) => ({ title, steps: stepsOf(map, id) }));
  return chosen === null ? [unnamed, ...named] : named;
}

function presented(
  step: Step,
  { visible, lit, camera, emphasised }: Showing,
  map: PlainMap,
  view: MapView,
  words: DrawingJob["pageWords"],
): Omit<PresentedStep, "presentation" | "notes"> {
  // Where the whole map is in view, what the camera holds is what people look at.
  const held = visible === "all" ? (camera.kind === "cards" ? camera.cards : "all") : visible;
  const all = held === "all" ? [...map.records.keys()] : [...held];
  const cards = all.filter((id): id is CardId => view.get(id)?.type === "card");
  const excerpt = excerptOf(view, cards);
  const part = visible === "all" ? excerpt : withoutUnseen(excerpt, visible);
  const claim = step.poll ? getAs(view, "card", step.poll.card) : undefined;
  return {
    title: step.title,
    poll: step.poll && claim ? fillIn(pollWords(step.poll, words), { claim: claim.title || claim.text }) : "",
    cards,
    map: part,
    dimmed: new Set(lit ? [...part.records.keys()].filter((id) => isPale(id, part, lit)) : []),
    emphasised,
    layer: step.layer,
  };
}

function pollWords(poll: NonNullable<Step["poll"]>, words: DrawingJob["pageWords"]): string {
  if (poll.kind === "impact") return words.pollImpact;
  return poll.moment === "before" ? words.pollBefore : words.pollAfter;
}

/** An argument that a later step is to bring stands among cards that are in view already. */
function withoutUnseen(part: PlainMap, visible: ReadonlySet<RecordId>): PlainMap {
  const records = new Map<RecordId, MapRecord>();
  for (const [id, record] of part.records)
    if (record.type !== "argument" || visible.has(id)) records.set(id, record);
  return resolveMap({ ...part, records });
}

function isPale(id: RecordId, part: PlainMap, lit: ReadonlySet<RecordId>): boolean {
  const type = part.records.get(id)?.type;
  return (type === "card" || type === "argument") && !lit.has(id);
}
