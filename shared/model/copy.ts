import type { ArgumentId, CardId, ConflictId, CreateId, GroupId, RecordId } from "./ids.ts";
import type { MapView } from "./map-view.ts";
import { type PlainMap, resolveMap } from "./plain-map.ts";
import type { Card, MapRecord, Point, Ref, Step } from "./records.ts";

/**
 * The same map under other ids wherever `mustChange` says so; every mention follows. What it mentions beyond itself
 * stays as it is.
 */
export function withFreshIds(
  map: PlainMap,
  createId: CreateId,
  mustChange: (id: RecordId) => boolean,
): PlainMap {
  const fresh = new Map<RecordId, RecordId>();
  for (const id of map.records.keys()) if (mustChange(id)) fresh.set(id, createId<RecordId>());
  return fresh.size === 0 ? map : withIds(map, fresh);
}

/** The same map with other ids for some of its records; every mention follows. */
export function withIds(map: PlainMap, ids: ReadonlyMap<RecordId, RecordId>): PlainMap {
  const rename = <Id extends RecordId>(id: Id): Id => (ids.get(id) ?? id) as Id;
  const records = new Map<RecordId, MapRecord>();
  for (const record of map.records.values()) {
    const renamed = renameIn(record, rename);
    records.set(renamed.id, renamed);
  }
  const positions = new Map<CardId, Point>();
  for (const [id, at] of map.positions) positions.set(rename(id), at);
  return { meta: map.meta, records, positions };
}

/**
 * Copies of the cards chosen and of the arguments and conflicts that stand wholly among them (or were chosen and
 * have their ends among them), under new ids, moved by `by` canvas pixels. Sources and groups stay shared.
 */
export function copyOf(view: MapView, ids: Iterable<RecordId>, createId: CreateId, by: Point): PlainMap {
  const among = cardsAndRelations(view, ids);
  const positions = new Map<CardId, Point>();
  for (const [id, [x, y]] of among.positions) positions.set(id, [x + by[0], y + by[1]]);
  return withFreshIds({ ...among, positions }, createId, () => true);
}

/**
 * The cards chosen as a map of their own that can be taken anywhere: the arguments and conflicts that stand wholly
 * among them, the sources they cite, and the groups that are there whole. O(what is chosen and hangs on it).
 */
export function excerptOf(view: MapView, ids: Iterable<RecordId>): PlainMap {
  const { meta, positions, records: among } = cardsAndRelations(view, ids);
  const cards = [...among.values()].filter((record) => record.type === "card");
  const sources = new Set(cards.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const groups = [...new Set(cards.flatMap(({ group }) => group ?? []))];
  const records = new Map(among);
  for (const id of [...sources, ...groups.filter((group) => isWhole(group, view, among))]) {
    const record = view.get(id);
    if (record) records.set(id, record);
  }
  return resolveMap({ meta, records, positions });
}

function isWhole(group: GroupId, view: MapView, among: ReadonlyMap<RecordId, MapRecord>): boolean {
  for (const { id } of view.referrersOf(group)) if (!among.has(id)) return false;
  return true;
}

function cardsAndRelations(view: MapView, ids: Iterable<RecordId>): PlainMap {
  const records = new Map<RecordId, MapRecord>();
  const positions = new Map<CardId, Point>();
  for (const id of ids) {
    const record = view.get(id);
    if (record?.type !== "card") continue;
    records.set(id, record);
    const at = view.position(record.id);
    if (at) positions.set(record.id, at);
  }
  // Each round takes in the arguments about the steps that the round before took in.
  let frontier: readonly RecordId[] = [...records.keys()];
  while (frontier.length > 0) {
    const next: RecordId[] = [];
    for (const id of frontier) {
      for (const record of view.referrersOf(id)) {
        if (records.has(record.id) || !standsAmong(record, records)) continue;
        records.set(record.id, record);
        next.push(record.id);
      }
    }
    frontier = next;
  }
  return { meta: view.meta, records, positions };
}

function standsAmong(record: MapRecord, chosen: ReadonlyMap<RecordId, MapRecord>): boolean {
  switch (record.type) {
    case "argument":
      return chosen.has(record.target.id) && record.premises.every((id) => chosen.has(id));
    case "conflict":
      return record.members.every((id) => chosen.has(id));
    case "card":
    case "source":
    case "step":
    case "presentation":
    case "group":
      return false;
  }
}

type Rename = <Id extends RecordId>(id: Id) => Id;

function renameIn(record: MapRecord, rename: Rename): MapRecord {
  switch (record.type) {
    case "card":
      return renameInCard(record, rename);
    case "argument":
      return {
        ...record,
        id: rename<ArgumentId>(record.id),
        premises: record.premises.map(rename),
        target: renameRef(record.target, rename),
      };
    case "conflict": {
      const [a, b] = record.members;
      return { ...record, id: rename<ConflictId>(record.id), members: [rename(a), rename(b)] };
    }
    case "source":
      return { ...record, id: rename(record.id) };
    case "step":
      return renameInStep(record, rename);
    case "presentation":
      return { ...record, id: rename(record.id) };
    case "group":
      return { ...record, id: rename(record.id) };
  }
}

function renameInCard(card: Card, rename: Rename): Card {
  return {
    ...card,
    id: rename(card.id),
    group: card.group && rename(card.group),
    parent: card.parent && rename(card.parent),
    raisedBy: card.raisedBy && renameRef(card.raisedBy, rename),
    answers: card.answers.map(rename),
    citations: card.citations.map((citation) => ({ ...citation, source: rename(citation.source) })),
  };
}

function renameInStep(step: Step, rename: Rename): Step {
  return {
    ...step,
    id: rename(step.id),
    presentation: step.presentation && rename(step.presentation),
    shows: step.shows.map(rename),
    fits: step.fits.map(rename),
    emphasises: step.emphasises.map(rename),
    poll: step.poll && { ...step.poll, card: rename(step.poll.card) },
  };
}

function renameRef(ref: Ref, rename: Rename): Ref {
  return ref.type === "card"
    ? { type: "card", id: rename(ref.id) }
    : { type: "argument", id: rename(ref.id) };
}
