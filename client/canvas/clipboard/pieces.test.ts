import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ArgumentId,
  blankCard,
  blankRecord,
  type CardId,
  emptyMap,
  type MapRecord,
  mentionsOf,
  type PlainMap,
  type RecordId,
} from "#shared/model/index.ts";
import { piecesOf } from "./pieces.ts";

const card = (name: string) => name as CardId;
const step = (name: string) => name as ArgumentId;

function mapOf(records: readonly MapRecord[]): PlainMap {
  return {
    ...emptyMap({ title: "", createdAt: 0 }),
    records: new Map<RecordId, MapRecord>(records.map((record) => [record.id, record])),
    positions: new Map(
      records.flatMap((record, at) => (record.type === "card" ? [[record.id, [at, at]] as const] : [])),
    ),
  };
}

/** Arguments among claims and about each other, listed the wrong way round. */
function chain(length: number): PlainMap {
  const records: MapRecord[] = [];
  for (let at = 0; at < length; at += 1) {
    records.unshift(
      blankCard(card(`c${at}`), { kind: "claim", text: `${at}`, createdAt: 1 }),
      blankRecord("argument", step(`a${at}`), {
        premises: [card(`c${at}`)],
        target: at === 0 ? { type: "card", id: card("goal") } : { type: "argument", id: step(`a${at - 1}`) },
      }),
    );
  }
  return mapOf([...records, blankCard(card("goal"), { kind: "claim", text: "goal", createdAt: 1 })]);
}

test("every piece mentions only what is in it or came before, and together they are the map", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), (length, size) => {
      const map = chain(length);
      const pieces = piecesOf(map, size);
      const seen = new Set<RecordId>();
      for (const { records } of pieces) {
        expect(records.size).toBeLessThanOrEqual(size);
        for (const id of records.keys()) seen.add(id);
        for (const record of records.values())
          for (const id of mentionsOf(record)) expect(seen.has(id)).toBe(true);
      }
      expect(seen).toEqual(new Set(map.records.keys()));
      const places = new Map(pieces.flatMap(({ positions }) => [...positions]));
      expect(places).toEqual(new Map(map.positions));
    }),
  );
});

test("what mentions itself in a circle comes in one piece", () => {
  const map = mapOf([
    blankCard(card("c"), { kind: "claim", text: "c", createdAt: 1 }),
    blankRecord("argument", step("a"), {
      premises: [card("c")],
      target: { type: "argument", id: step("b") },
    }),
    blankRecord("argument", step("b"), {
      premises: [card("c")],
      target: { type: "argument", id: step("a") },
    }),
  ]);
  expect(piecesOf(map, 1)).toEqual([map]);
});
