import { expect, test } from "vitest";
import { readJson, writeJson } from "#shared/formats/json/index.ts";
import type { FormatName } from "#shared/formats/registry.ts";
import { createIdSource, type MapRecord, recordsOf } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { isTooLarge, newMapRequest } from "./new-map-request.ts";
import { readFile } from "./read-file.ts";

let count = 0;
const createId = createIdSource(() => `id-${++count}`);

async function read(text: string, format: FormatName, known: Iterable<MapRecord> | null = null) {
  const file = { fileName: "", text, format, now: 7, author: "Ada", isBesideMap: known !== null };
  const found = await readFile(file, [...(known ?? [])], createId);
  if (found === "unknown") throw new Error("these formats are read");
  return found;
}

test("a new map has what was shown, signed by who read it and where it lies", async () => {
  const shown = await read("- Trams pay off\n  + They run full", "outline");
  const { content = "", format } = newMapRequest(shown.answer);
  expect(format).toBe("json");
  const made = readJson(content).map;
  const map = shown.maps.all;
  expect(recordsOf(made, "card").map(({ author }) => author)).toEqual(["Ada", "Ada"]);
  expect(made.records).toEqual(map.records);
  expect(made.positions).toEqual(map.positions);
});

test("our own file goes as it is, with its ids", async () => {
  const text = writeJson((await read("- Trams pay off", "outline")).maps.all);
  expect(newMapRequest((await read(text, "json")).answer)).toEqual({ content: text, format: "json" });
});

test("what the open map does not have is found along with what is there", async () => {
  const first = await read("- Trams pay off", "outline");
  const there = first.maps.all.records.values();
  const { answer, maps } = await read("- Trams pay off\n  + They run full", "outline", there);
  expect(answer.counts).toMatchObject({ card: 2, argument: 1 });
  expect(answer.records).toBe(3);
  expect(answer.news).toEqual({ records: 2, knownCards: 1 });
  expect(maps.news?.records.size).toBe(2);
});

test("what no reader takes is unknown", async () => {
  const file = { fileName: "a.pdf", text: "%PDF-1.7\n", format: null, now: 7, author: "Ada" };
  expect(await readFile({ ...file, isBesideMap: false }, [], createId)).toBe("unknown");
});

test("how large a request is goes by what is sent, not by the file", () => {
  const half = '"'.repeat(limits.maxBodyBytes / 2);
  expect(isTooLarge({ content: half.slice(100) })).toBe(false);
  expect(isTooLarge({ content: half })).toBe(true);
});
