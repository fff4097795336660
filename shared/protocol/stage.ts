import * as s from "#shared/lib/schema.ts";
import { idPattern, type PresentationId, type RecordId, type StepId } from "#shared/model/ids.ts";
import { maxPersonNameChars } from "./presence.ts";

/** A place in a talk: a step, and how many of its sub-steps have been shown before this one. */
export type StagePlace = Readonly<{ step: StepId | null; beat: number }>;

/** A clock that the audience sees; `leftMs` is what was left when it was stopped, null while it runs. */
export type StageTimer = Readonly<{ endsAt: number; lengthMs: number; leftMs: number | null }>;

/** The votes that are before everybody. */
export type StagePoll = Readonly<{ id: string; showsResult: boolean }>;

/**
 * What a talk is at this moment, as presence carries it; see docs/decisions/0025. Foreign data: parse before use. It
 * never holds text of the map, and stays under 1 KB. Times are milliseconds since 1970.
 */
export type Stage = Readonly<{
  /** Which talk this is. */
  talk: string;
  /** One more with every word; a talk begins with the second it begins in, so that an older one never outbids it. */
  turn: number;
  presentation: PresentationId | null;
  place: StagePlace;
  /** What the audience sees while the presenter looks elsewhere; null while they see the same. */
  held: StagePlace | null;
  /** Who has the word; `device` is made up for this map and the same in all their windows, empty where it was not said. */
  presenter: Readonly<{ id: number; name: string; device: string }>;
  /** The client to whom the word is offered. */
  offeredTo: number | null;
  startedAt: number;
  stepAt: number;
  blank: boolean;
  /** The card or step that is spoken about. */
  focus: RecordId | null;
  /** All but what is spoken about is pale. */
  spotlight: boolean;
  /** By what code people join. */
  code: string | null;
  showsCode: boolean;
  timer: StageTimer | null;
  /** How often everybody was asked to come back. */
  calls: number;
  poll: StagePoll | null;
  isOver: boolean;
}>;

/** In canvas pixels, for the pointer that everybody sees. */
export type LaserPoint = readonly [x: number, y: number];

/** A step has no more cards than this in any map that can be presented. */
const maxBeats = 10_000;
const maxCodeChars = 64;
const maxDeviceChars = 32;

const time = s.integer(0);
const count = s.integer(0, 0xffff_ffff);
const clientId = s.integer(0, 0xffff_ffff);
const recordId = s.string({ holds: (id) => idPattern.test(id) });
const place: s.Schema<StagePlace> = s.object<StagePlace>({
  step: s.nullable(recordId as s.Schema<StepId>),
  beat: s.integer(0, maxBeats),
});

export const stageSchema: s.Schema<Stage> = s.object<Stage>({
  talk: recordId,
  turn: s.integer(0),
  presentation: s.nullable(recordId as s.Schema<PresentationId>),
  place,
  held: s.nullable(place),
  presenter: s.object<Stage["presenter"]>({
    id: clientId,
    name: s.string({ min: 1, max: maxPersonNameChars }),
    device: s.withDefault(s.string({ max: maxDeviceChars }), ""),
  }),
  offeredTo: s.nullable(clientId),
  startedAt: time,
  stepAt: time,
  blank: s.boolean(),
  focus: s.nullable(recordId as s.Schema<RecordId>),
  spotlight: s.boolean(),
  code: s.nullable(s.string({ min: 1, max: maxCodeChars })),
  showsCode: s.boolean(),
  timer: s.nullable(s.object<StageTimer>({ endsAt: time, lengthMs: time, leftMs: s.nullable(time) })),
  calls: count,
  poll: s.nullable(s.object<StagePoll>({ id: recordId, showsResult: s.boolean() })),
  isOver: s.boolean(),
});
