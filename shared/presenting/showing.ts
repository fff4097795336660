import {
  type ArgumentId,
  argumentsFrom,
  type CardId,
  getAs,
  type MapView,
  type Step,
} from "#shared/model/index.ts";
import type { StagePlace } from "#shared/protocol/stage.ts";
import { beatsOf, type Shown } from "./beats.ts";
import { playable } from "./places.ts";

/** Where one looks: a stretch of canvas, or whatever holds these cards. */
export type StageCamera =
  | Readonly<{ kind: "rect"; rect: readonly [x: number, y: number, width: number, height: number] }>
  | Readonly<{ kind: "cards"; cards: readonly CardId[] | "all" }>;

/** What is to be seen at a place of a talk. */
export type Showing = Readonly<{
  step: Step;
  /** The step's number among those that are shown, from 1; and how many those are. */
  number: number;
  count: number;
  /** How many sub-steps the step has. */
  beats: number;
  /** Cards and arguments in the order of revealing; lines between cards in view are in view without being named. */
  visible: ReadonlySet<Shown> | "all";
  /** What the rest of the step will bring. */
  toCome: ReadonlySet<Shown>;
  /** What was not in view before. */
  fresh: readonly Shown[];
  /** All but these is pale; null where nothing is. */
  lit: ReadonlySet<Shown> | null;
  emphasised: ReadonlySet<Shown>;
  camera: StageCamera;
}>;

/**
 * What is to be seen at a place; null where the step is not one of these. An argument is in view with all that it joins,
 * but not before the sub-step, or the step that adds to this one, that is to bring it.
 */
export function showingAt(view: MapView, steps: readonly Step[], place: StagePlace): Showing | null {
  const at = steps.findIndex(({ id }) => id === place.step);
  const step = steps[at];
  if (!step) return null;
  const shown = playable(view, steps);
  const number = shown.filter((one) => steps.indexOf(one) <= at).length;
  const beats = beatsOf(view, step);
  const beat = Math.min(place.beat, beats.length - 1);
  const visible = visibleAt(view, steps, at, beat);
  const now = new Set(beats.slice(0, beat + 1).flat());
  const whole = visibleAt(view, steps, at, beats.length - 1);
  return {
    step,
    number: Math.max(1, number),
    count: shown.length,
    beats: beats.length,
    visible,
    toCome: new Set(visible === "all" || whole === "all" ? [] : without(whole, visible)),
    fresh: freshAt(view, steps, at, beat, visible, now),
    lit: step.dimsOthers ? litIn(view, step, now) : null,
    emphasised: new Set(step.emphasises.filter((id) => view.get(id) !== undefined)),
    camera: cameraOf(view, steps, at),
  };
}

/** The steps from the last that began anew up to that one. */
function runTo(view: MapView, steps: readonly Step[], at: number): readonly Step[] {
  const run: Step[] = [];
  for (let index = at; index >= 0; index -= 1) {
    const step = steps[index];
    if (!step || (index !== at && playable(view, [step]).length === 0)) continue;
    run.unshift(step);
    if (step.reveal !== "add") break;
  }
  return run;
}

/** The steps that build upon each other, of which one is at that place, from the first to the last. */
export function wholeRun(view: MapView, steps: readonly Step[], at: number): readonly Step[] {
  const run = [...runTo(view, steps, at)];
  for (const step of steps.slice(at + 1)) {
    if (step.reveal !== "add") break;
    if (playable(view, [step]).length > 0) run.push(step);
  }
  return run;
}

/** What is in view once a step has revealed all. */
export function wholeOf(view: MapView, steps: readonly Step[], step: Step): ReadonlySet<Shown> | "all" {
  return visibleAt(view, steps, steps.indexOf(step), beatsOf(view, step).length - 1);
}

function visibleAt(
  view: MapView,
  steps: readonly Step[],
  at: number,
  beat: number,
): ReadonlySet<Shown> | "all" {
  const run = runTo(view, steps, at);
  if (run[0]?.reveal === "all") return "all";
  const seen = new Set<Shown>();
  const held = new Set<ArgumentId>();
  run.forEach((step, index) => {
    const beats = beatsOf(view, step);
    const until = index === run.length - 1 ? beat : beats.length - 1;
    for (const id of beats.slice(0, until + 1).flat()) seen.add(id);
    for (const id of beats.slice(until + 1).flat()) held.add(id as ArgumentId);
  });
  for (const step of steps.slice(at + 1)) {
    if (step.reveal !== "add") break;
    if (!step.isHidden) for (const id of step.shows) held.add(id as ArgumentId);
  }
  addArguments(view, seen, held);
  return seen;
}

/** Adds the arguments of which all that they join is in view. */
function addArguments(view: MapView, seen: Set<Shown>, held: ReadonlySet<ArgumentId>): void {
  // A Set yields what is added while it is walked; an argument may wait for the one that it is about.
  for (let before = -1; before < seen.size; ) {
    before = seen.size;
    for (const id of seen) {
      if (!getAs(view, "card", id)) continue;
      for (const argument of argumentsFrom(view, id as CardId)) {
        const isWhole = argument.premises.every((one) => seen.has(one)) && seen.has(argument.target.id);
        if (isWhole && !held.has(argument.id)) seen.add(argument.id);
      }
    }
  }
}

function freshAt(
  view: MapView,
  steps: readonly Step[],
  at: number,
  beat: number,
  visible: ReadonlySet<Shown> | "all",
  now: ReadonlySet<Shown>,
): readonly Shown[] {
  const before = visibleBefore(view, steps, at, beat);
  if (before === "all") return [];
  return without(visible === "all" ? now : visible, before);
}

function visibleBefore(
  view: MapView,
  steps: readonly Step[],
  at: number,
  beat: number,
): ReadonlySet<Shown> | "all" {
  if (beat > 0) return visibleAt(view, steps, at, beat - 1);
  for (let index = at - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (!step || playable(view, [step]).length === 0) continue;
    return visibleAt(view, steps, index, beatsOf(view, step).length - 1);
  }
  return new Set();
}

function litIn(view: MapView, step: Step, now: ReadonlySet<Shown>): ReadonlySet<Shown> {
  const lit = new Set<Shown>([...now, ...step.emphasises]);
  addArguments(view, lit, new Set());
  return lit;
}

/** Where one looks while the step at that place is on. */
export function cameraOf(view: MapView, steps: readonly Step[], at: number): StageCamera {
  const step = steps[at];
  if (!step) return { kind: "cards", cards: "all" };
  if (step.view) return { kind: "rect", rect: step.view };
  const isCard = (id: Shown): id is CardId => view.get(id)?.type === "card";
  const fits = step.fits.filter(isCard);
  if (fits.length > 0) return { kind: "cards", cards: fits };
  const beats = beatsOf(view, step);
  // From the first sub-step on it looks at the whole of the step, so that it need not move within it.
  const whole = step.reveal === "all" ? beats.flat() : visibleAt(view, steps, at, beats.length - 1);
  const cards = whole === "all" ? [] : [...whole].filter(isCard);
  return { kind: "cards", cards: cards.length > 0 ? cards : "all" };
}

function without(all: ReadonlySet<Shown>, some: ReadonlySet<Shown>): readonly Shown[] {
  return [...all].filter((id) => !some.has(id));
}
