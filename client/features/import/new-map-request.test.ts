import { expect, test } from "vitest";
import { readJson, writeJson } from "#shared/formats/json/index.ts";
import type { FormatName } from "#shared/formats/registry.ts";
import { createIdSource, recordsOf } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { isTooLarge, newMapRequest } from "./new-map-request.ts";
import { readFile } from "./read-file.ts";

let count = 0;
const createId = createIdSource(() => `id-${++count}`);

function read(text: string, format: FormatName) {
  return readFile({ fileName: "", text, format, now: 7, author: "Ada" }, createId);
}

test("a new map has what was shown, signed by who read it and where it lies", async () => {
  const text = "- Trams pay off\n  + They run full";
  const shown = await read(text, "outline");
  const { content = "", format } = newMapRequest(shown, text);
  expect(format).toBe("json");
  const made = readJson(content).map;
  expect(recordsOf(made, "card").map(({ author }) => author)).toEqual(["Ada", "Ada"]);
  expect(made.records).toEqual(shown.map.records);
  expect(made.positions).toEqual(shown.map.positions);
});

test("our own file goes as it is, with its ids", async () => {
  const text = writeJson((await read("- Trams pay off", "outline")).map);
  expect(newMapRequest(await read(text, "json"), text)).toEqual({ content: text, format: "json" });
});

test("how large a request is goes by what is sent, not by the file", () => {
  const half = '"'.repeat(limits.maxBodyBytes / 2);
  expect(isTooLarge({ content: half.slice(100) })).toBe(false);
  expect(isTooLarge({ content: half })).toBe(true);
});
