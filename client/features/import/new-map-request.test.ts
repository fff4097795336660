import { expect, test } from "vitest";
import { readJson, writeJson } from "#shared/formats/json/index.ts";
import type { FormatName } from "#shared/formats/registry.ts";
import { createIdSource, recordsOf } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";
import { isTooLarge, newMapRequest } from "./new-map-request.ts";
import { type FileRead, readFile } from "./read-file.ts";

let count = 0;
const createId = createIdSource(() => `id-${++count}`);

async function read(text: string, format: FormatName, known: string | null = null): Promise<FileRead> {
  const found = await readFile({ fileName: "", text, format, now: 7, author: "Ada", known }, createId);
  if (found === "unknown") throw new Error("these formats are read");
  return found;
}

test("a new map has what was shown, signed by who read it and where it lies", async () => {
  const shown = await read("- Trams pay off\n  + They run full", "outline");
  const { content = "", format } = newMapRequest(shown);
  expect(format).toBe("json");
  const made = readJson(content).map;
  const map = unpackPlainMap(shown.all.map);
  expect(recordsOf(made, "card").map(({ author }) => author)).toEqual(["Ada", "Ada"]);
  expect(made.records).toEqual(map.records);
  expect(made.positions).toEqual(map.positions);
});

test("our own file goes as it is, with its ids", async () => {
  const text = writeJson(unpackPlainMap((await read("- Trams pay off", "outline")).all.map));
  expect(newMapRequest(await read(text, "json"))).toEqual({ content: text, format: "json" });
});

test("what the open map does not have is found along with what is there", async () => {
  const first = await read("- Trams pay off", "outline");
  const { counts, news, all } = await read("- Trams pay off\n  + They run full", "outline", first.all.map);
  expect(counts).toMatchObject({ card: 2, argument: 1 });
  expect(all.records).toBe(3);
  expect(news).toMatchObject({ records: 2, knownCards: 1 });
});

test("what no reader takes is unknown", async () => {
  const file = { fileName: "a.pdf", text: "%PDF-1.7\n", format: null, now: 7, author: "Ada", known: null };
  expect(await readFile(file, createId)).toBe("unknown");
});

test("how large a request is goes by what is sent, not by the file", () => {
  const half = '"'.repeat(limits.maxBodyBytes / 2);
  expect(isTooLarge({ content: half.slice(100) })).toBe(false);
  expect(isTooLarge({ content: half })).toBe(true);
});
