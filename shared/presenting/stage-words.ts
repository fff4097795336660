import type { PresentationId, RecordId } from "#shared/model/index.ts";
import type { Stage, StagePlace, StagePoll, StageTimer } from "#shared/protocol/stage.ts";

/** What a talk begins with. Times are milliseconds since 1970. */
export type Beginning = Readonly<{
  talk: string;
  presentation: PresentationId | null;
  place: StagePlace;
  presenter: Stage["presenter"];
  now: number;
}>;

/** A new talk, after whatever is known of an earlier one. */
export function beginTalk(
  { talk, presentation, place, presenter, now }: Beginning,
  before: Stage | null,
): Stage {
  return {
    talk,
    turn: Math.max((before?.turn ?? 0) + 1, Math.floor(now / 1000)),
    presentation,
    place,
    held: null,
    presenter,
    offeredTo: null,
    startedAt: now,
    stepAt: now,
    blank: false,
    focus: null,
    spotlight: false,
    code: null,
    showsCode: false,
    timer: null,
    calls: 0,
    poll: null,
    isOver: false,
  };
}

/**
 * Another step or sub-step. With the step ends what was shown of it: what is spoken about, and its votes; not while the
 * audience is held where it was, for all of that is theirs.
 */
export function goTo(stage: Stage, place: StagePlace, now: number): Stage {
  if (isSamePlace(place, stage.place)) return stage;
  const stepAt = place.step === stage.place.step ? stage.stepAt : now;
  return say(stage, { place, stepAt, ...(stage.held ? {} : leftBehind(stage.place, place)) });
}

/** The audience stays where it is while the presenter looks elsewhere; let go, it comes along. */
export function hold(stage: Stage, isHeld: boolean): Stage {
  const { held, place } = stage;
  if (isHeld === (held !== null)) return stage;
  return say(stage, held ? { held: null, ...leftBehind(held, place) } : { held: place });
}

/** What the audience sees no longer once it has gone from one place to the other. */
function leftBehind(from: StagePlace, to: StagePlace): Partial<Stage> {
  if (isSamePlace(from, to)) return {};
  if (from.step === to.step) return { blank: false };
  return { blank: false, focus: null, spotlight: false, poll: null };
}

function isSamePlace(a: StagePlace, b: StagePlace): boolean {
  return a.step === b.step && a.beat === b.beat;
}

export function blank(stage: Stage, isBlank: boolean): Stage {
  return stage.blank === isBlank ? stage : say(stage, { blank: isBlank });
}

/** What is spoken about; without anything there is no spotlight. Where the presenter looks meanwhile is nobody's to see. */
export function focusOn(stage: Stage, focus: RecordId | null): Stage {
  if (stage.focus === focus || stage.held) return stage;
  return say(stage, { focus, spotlight: focus !== null && stage.spotlight });
}

export function spotlight(stage: Stage, isOn: boolean): Stage {
  const isLit = isOn && stage.focus !== null;
  return stage.spotlight === isLit ? stage : say(stage, { spotlight: isLit });
}

/** By what code people join from now on. */
export function joinBy(stage: Stage, code: string | null): Stage {
  if (stage.code === code) return stage;
  return say(stage, { code, showsCode: code !== null && stage.showsCode });
}

export function showCode(stage: Stage, isShown: boolean): Stage {
  const shows = isShown && stage.code !== null;
  return stage.showsCode === shows ? stage : say(stage, { showsCode: shows });
}

/** Asks everybody to come back. */
export function gather(stage: Stage): Stage {
  return say(stage, { calls: stage.calls + 1 });
}

/** Offers the word to a client, or takes the offer back. */
export function offer(stage: Stage, to: number | null): Stage {
  return stage.offeredTo === to ? stage : say(stage, { offeredTo: to });
}

/** Somebody has the word from now on. */
export function take(stage: Stage, presenter: Stage["presenter"]): Stage {
  return say(stage, { presenter, offeredTo: null });
}

export function showPoll(stage: Stage, poll: StagePoll | null): Stage {
  const isSame = stage.poll?.id === poll?.id && stage.poll?.showsResult === poll?.showsResult;
  return isSame ? stage : say(stage, { poll });
}

export function putTimer(stage: Stage, lengthMs: number, now: number): Stage {
  return say(stage, { timer: { endsAt: now + lengthMs, lengthMs, leftMs: null } });
}

/** So much more time, from now where it had run out. */
export function addTime(stage: Stage, byMs: number, now: number): Stage {
  const { timer } = stage;
  if (!timer) return putTimer(stage, byMs, now);
  const lengthMs = timer.lengthMs + byMs;
  const next: StageTimer =
    timer.leftMs === null
      ? { endsAt: Math.max(timer.endsAt, now) + byMs, lengthMs, leftMs: null }
      : { ...timer, lengthMs, leftMs: timer.leftMs + byMs };
  return say(stage, { timer: next });
}

/** Stops the clock, or lets it go on. */
export function stopTimer(stage: Stage, isStopped: boolean, now: number): Stage {
  const { timer } = stage;
  if (!timer || isStopped === (timer.leftMs !== null)) return stage;
  const leftMs = isStopped ? Math.max(0, timer.endsAt - now) : null;
  return say(stage, {
    timer: { ...timer, leftMs, endsAt: isStopped ? timer.endsAt : now + (timer.leftMs ?? 0) },
  });
}

export function clearTimer(stage: Stage): Stage {
  return stage.timer === null ? stage : say(stage, { timer: null });
}

/** What is left on the clock; below zero once it has run out. */
export function timeLeft({ endsAt, leftMs }: StageTimer, now: number): number {
  return leftMs ?? endsAt - now;
}

export function endTalk(stage: Stage): Stage {
  return stage.isOver ? stage : say(stage, { isOver: true, showsCode: false, offeredTo: null });
}

function say(stage: Stage, change: Partial<Stage>): Stage {
  return { ...stage, ...change, turn: stage.turn + 1 };
}
