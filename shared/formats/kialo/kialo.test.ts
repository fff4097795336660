import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMap, createIdSource, type PlainMap, recordsOf } from "#shared/model/index.ts";
import type { ReadResult } from "../format.ts";
import { kialo } from "./index.ts";

/** Of the processor, whatever else it does; what grows with the square of the length takes minutes. */
const maxMicroseconds = 15_000_000;

function read(text: string): ReadResult {
  let count = 0;
  const createId = createIdSource(() => `k${++count}`);
  return kialo.read?.(text, { createId, now: 10_000, author: "" }) ?? expect.unreachable();
}

const codes = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, line }) => `${code} ${line}`);

function told(map: PlainMap): readonly string[] {
  const textOf = (id: string): string => {
    const record = map.records.get(id as never);
    return record?.type === "card" ? record.text : "?";
  };
  return recordsOf(map, "argument").map(
    ({ premises, polarity, target }) => `${premises.map(textOf).join()} ${polarity} ${textOf(target.id)}`,
  );
}

const newText = `Discussion Name:
Should the park path be paved?

1. Thesis:
The path should be paved.

  1.1. Pro:
  Wheelchairs [1] need firm ground (p. 3 [2]).

    1.1.1. Con:
    Gravel is firm\\, too.
    
    Rolled gravel is.

    1.1.2. Pro:
    -> See 1.2.

  1.2. Con:
  It costs a lot [9].

    1.2.1. Con:
    -> See discussion #77: Who pays for parks?

Sources:
[1] https://example.org/wheels
[2] https://example.org/report
"Firm ground
[1] is needed.

It lasts."
[3] https://example.org/wheels
“Never cited”`;

const oldText = `Discussion Title: Should the park path be paved?

1. The path should be paved.
1.1. Pro: Wheelchairs need [firm](https://example.org/a_(b)) ground \\(says the report\\).
1.1.1. Con: Gravel is firm, too.
2. Second, it is cheap.
1.5 million people say so.
1.2. Con: -> See 1.1.1.
`;

describe("reading what Kialo exports", () => {
  it.each([
    ["\\n", newText],
    ["\\r\\n", newText.replaceAll("\n", "\r\n")],
  ])("[FK1] reads blocks with footnotes and their sources, lines ended by %s", (_, text) => {
    const { map, diagnostics } = read(text);
    expect(map.meta.title).toBe("Should the park path be paved?");
    expect(recordsOf(map, "card").map(({ kind, text: words }) => `${kind}: ${words}`)).toEqual([
      "claim: The path should be paved.",
      "claim: Wheelchairs need firm ground (p. 3).",
      "claim: Gravel is firm, too.\n\nRolled gravel is.",
      "claim: It costs a lot [9].",
      "claim: Who pays for parks?",
    ]);
    expect(told(map)).toEqual([
      "Wheelchairs need firm ground (p. 3). support The path should be paved.",
      "Gravel is firm, too.\n\nRolled gravel is. oppose Wheelchairs need firm ground (p. 3).",
      "It costs a lot [9]. support Wheelchairs need firm ground (p. 3).",
      "It costs a lot [9]. oppose The path should be paved.",
      "Who pays for parks? oppose It costs a lot [9].",
    ]);
    const [, wheels] = recordsOf(map, "card");
    expect(wheels?.citations.map(({ quote }) => quote)).toEqual([
      "",
      "Firm ground\n[1] is needed.\n\nIt lasts.",
    ]);
    expect(recordsOf(map, "source").map(({ title, url }) => [title, url])).toEqual([
      ["example.org/wheels", "https://example.org/wheels"],
      ["example.org/report", "https://example.org/report"],
      ["Who pays for parks?", ""],
    ]);
    expect(diagnostics.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ["KIALO_OTHER_DISCUSSION", "info", 21],
    ]);
  });

  it("[FK2] reads lines with Markdown links; what is no claim that could come there goes on with the one before", () => {
    const { map, diagnostics } = read(oldText);
    expect(recordsOf(map, "card").map(({ text }) => text)).toEqual([
      "The path should be paved.",
      "Wheelchairs need firm ground (says the report).",
      "Gravel is firm, too.\n2. Second, it is cheap.\n1.5 million people say so.",
    ]);
    expect(recordsOf(map, "source")).toMatchObject([
      { url: "https://example.org/a_(b)", title: "example.org/a_(b)" },
    ]);
    expect(recordsOf(map, "argument").map(({ polarity }) => polarity)).toEqual([
      "support",
      "oppose",
      "oppose",
    ]);
    expect(diagnostics).toEqual([]);
  });

  it("[FK3] reads a question with several theses, in either export", () => {
    const blocks =
      "Discussion Name:\nT\n\n1. Question:\nWhy?\n\n  1.1. Thesis:\n  So.\n\n    1.1.1. Pro:\n    Yes.\n\n  1.2. Thesis:\n  Thus.\n";
    const lines = "Discussion Title: T\n\n1. Why?\n1.1. So.\n1.1.1. Pro: Yes.\n1.2. Thus.\n";
    for (const text of [blocks, lines]) {
      const { map, diagnostics } = read(text);
      const cards = recordsOf(map, "card");
      expect(cards.map(({ kind, text: words, answers }) => [kind, words, answers])).toEqual([
        ["question", "Why?", []],
        ["claim", "So.", [cards[0]?.id]],
        ["claim", "Yes.", []],
        ["claim", "Thus.", [cards[0]?.id]],
      ]);
      expect(told(map)).toEqual(["Yes. support So."]);
      expect(diagnostics).toEqual([]);
    }
  });

  it("[FK4] says where something does not fit", () => {
    const head = "Discussion Name: T\n1. Thesis:\na\n  1.1. Pro:\n  b\n";
    expect(codes(`${head}  1.1. Con:\n  c\n`)).toEqual(["KIALO_REPEATED_NUMBER 6"]);
    expect(codes(`${head}  2.1. Con:\n  c\n`)).toEqual(["KIALO_NO_PARENT 6"]);
    expect(codes(`${head}  1.2. Pro:\n  -> See 1.1.\n`)).toEqual(["KIALO_REPEATED 6"]);
    expect(codes(`${head}  1.2. Pro:\n  -> See 1.9.\n`)).toEqual(["KIALO_NO_TARGET 6"]);
    expect(codes(`${head}  1.2. Pro:\n  -> See 1.\n`)).toEqual(["KIALO_SELF_REFERENCE 6"]);
    expect(codes(`${head}  1.2. Thesis:\n  c\n`)).toEqual(["KIALO_NEITHER 6"]);
    expect(codes(`${head}  1.2. Pro:\n  -> See 1.3.\n  1.3. Pro:\n  -> See 1.2.\n`)).toEqual([
      "KIALO_LINK_RING 6",
      "KIALO_LINK_RING 8",
    ]);
    expect(codes("1. Thesis:\n")).toEqual(["KIALO_NOT_KIALO 1"]);
    expect(codes("")).toEqual(["KIALO_NOT_KIALO 1"]);
    expect(read("Discussion Name:").map.records.size).toBe(0);
  });

  it("[F1, F3] reads whatever becomes of a text, in bounded time", () => {
    const pieces = [
      "",
      "\n",
      "\n\n",
      "1.",
      "1.1. Pro:\n",
      "Con: ",
      "[1]",
      "Sources:\n[1] ",
      "-> See 1.1.",
      "Question:",
      "](",
      "\ud800",
    ];
    const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.constantFrom(...pieces));
    fc.assert(
      fc.property(
        fc.constantFrom(newText, oldText),
        fc.array(cut, { minLength: 1, maxLength: 6 }),
        (text, cuts) => {
          const mutated = cuts.reduce<string>((words, [at, length, piece]) => {
            const index = Math.floor(at * words.length);
            return words.slice(0, index) + piece + words.slice(index + length);
          }, text);
          const { map, diagnostics } = read(mutated);
          expect(checkMap(map)).toEqual([]);
          if (diagnostics.some(({ severity }) => severity === "error")) expect(map.records.size).toBe(0);
        },
      ),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 3_000) },
    );
  });

  it("[F1] takes large texts in a moment", () => {
    const started = process.cpuUsage();
    const many = Array.from({ length: 8_000 }, (_, n) => n + 1);
    const start = "Discussion Name:\nT\n\n1. Thesis:\nt\n";
    read(`${start}${many.map((n) => `  1.${n}. Pro:\n  -> See 1.${n + 1}.\n`).join("")}`);
    const all = many
      .slice(0, 1_000)
      .map((n) => `[${n}]`)
      .join("");
    const sources = many.map((n) => `[${n}] https://example.org/${n}\n"${"q".repeat(50)}"`).join("\n");
    const citing = many.slice(0, 200).map((n) => `  1.${n}. Pro:\n  ${all}\n`);
    read(`${start}${citing.join("")}\nSources:\n${sources}`);
    read(
      `Discussion Title: T\n\n1. ${"[".repeat(500_000)}\n1.1. Pro: ${"*a ".repeat(300_000)}${"](".repeat(200_000)}`,
    );
    read(`${start}${"1.".repeat(2_000_000)} Pro:\n${" ".repeat(2_000_000)}Pro:\n`);
    expect(process.cpuUsage(started).user).toBeLessThan(maxMicroseconds);
  });
});
