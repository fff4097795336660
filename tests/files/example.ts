import { readFileSync } from "node:fs";
import { json } from "#shared/formats/json/text-format.ts";
import type { PlainMap } from "#shared/model/index.ts";
import {
  aCard,
  aCitation,
  aGroup,
  anArgument,
  aSource,
  group,
  mapOf,
  onArgument,
  onCard,
} from "../fixtures/model/build.ts";

/** The map that comes with the product, as its file. */
export function exampleText(): string {
  return readFileSync(new URL("../../examples/open-or-closed.json", import.meta.url), "utf8");
}

/** The same, read. */
export function exampleMap(): PlainMap {
  const map = json.read?.(exampleText(), { createId: () => fail(), now: 0, author: "" }).map;
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

/**
 * As large as a map gets that people still print, with what real maps have: claims in a tree, each supported by three, some
 * by two premises together, by kinds of inference and with notes; evidence quotes its sources, steps are objected to, and
 * branches are groups.
 */
export function largeMap(cards: number): PlainMap {
  const words = "Whoever prints a map of this size wants to read every word of it on the wall".split(" ");
  const text = (i: number) => `${i}: ${words.slice(0, 6 + (i % 10)).join(" ")}`;
  const sources = Array.from({ length: Math.ceil(cards / 10) }, (_, i) =>
    aSource(`s${i}`, {
      title: `Report ${i} on what walls hold`,
      url: `https://example.org/reports/${i}`,
      creator: "The town",
      date: "2026",
    }),
  );
  const groups = Array.from({ length: Math.ceil(cards / 100) }, (_, i) =>
    aGroup(`g${i}`, { title: `Part ${i}` }),
  );
  const records = Array.from({ length: cards }, (_, i) =>
    i % 3 === 0
      ? aCard(`c${i}`, "evidence", {
          text: text(i),
          group: group(`g${Math.floor(i / 100)}`),
          citations: [
            aCitation(`z${i}`, `s${i % sources.length}`, { quote: text(i + 3), locator: `page ${i % 300}` }),
          ],
        })
      : aCard(`c${i}`, "claim", {
          text: text(i),
          group: group(`g${Math.floor(i / 100)}`),
          tags: i % 7 === 0 ? ["print", "wall"] : [],
        }),
  );
  // Every seventh card speaks about the step of the card before it, and every fifth reason has two premises.
  const speaks = (i: number) => i % 7 === 0 && i > 1;
  const joints = records.slice(1).flatMap(({ id }, at) => {
    const i = at + 1;
    if (speaks(i))
      return [
        anArgument(`a${i}`, [id], onArgument(`a${i - 1}`), { polarity: i % 2 === 0 ? "oppose" : "support" }),
      ];
    return [
      anArgument(`a${i}`, i % 5 === 0 && i > 1 ? [id, `c${i - 1}`] : [id], onCard(`c${Math.floor(at / 3)}`), {
        polarity: i % 4 === 1 ? "oppose" : "support",
        scheme: i % 6 === 0 ? "sign" : "none",
        note: i % 11 === 0 ? text(i + 5) : "",
      }),
    ];
  });
  return mapOf([...records, ...joints, ...sources, ...groups]);
}

function fail(): never {
  throw new Error("The example map has ids of its own.");
}
