import { readFileSync } from "node:fs";
import { json } from "#shared/formats/json/index.ts";
import type { CardId, PlainMap } from "#shared/model/index.ts";
import { aCard, anArgument, mapOf, onCard } from "../fixtures/model/build.ts";

/** The map that comes with the product. */
export function exampleMap(): PlainMap {
  const text = readFileSync(new URL("../../examples/open-or-closed.json", import.meta.url), "utf8");
  const map = json.read?.(text, { createId: () => fail(), now: 0, author: "" }).map;
  if (!map || map.records.size === 0) throw new Error("The example map could not be read.");
  return map;
}

/** A map in scripts that fonts and lines have trouble with. */
export function mapInManyScripts(): PlainMap {
  return mapOf([
    aCard("c1", "claim", { text: "开源模型是否更安全？这取决于谁来审查它。" }),
    aCard("c2", "claim", { text: "Ελληνικά και кириллица, Łódź, Việt Nam, naïve café" }),
    aCard("c3", "claim", { text: "<b>& \"quotes\" 'and' ]]> signs" }),
    anArgument("a1", ["c2", "c3"], onCard("c1"), { polarity: "oppose", note: "附注" }),
  ]);
}

/** As large as a map gets that people still print: claims in a tree, each supported by three. */
export function largeMap(cards: number): PlainMap {
  const words = "Whoever prints a map of this size wants to read every word of it on the wall".split(" ");
  const records = Array.from({ length: cards }, (_, i) =>
    aCard(`c${i}`, i % 3 === 0 ? "evidence" : "claim", {
      text: `${i}: ${words.slice(0, 6 + (i % 10)).join(" ")}`,
    }),
  );
  const joints = records.slice(1).map(({ id }, i) =>
    anArgument(`a${i}`, [id], onCard(`c${Math.floor(i / 3)}` as CardId), {
      polarity: i % 4 === 0 ? "oppose" : "support",
    }),
  );
  return mapOf([...records, ...joints]);
}

function fail(): never {
  throw new Error("The example map has ids of its own.");
}
