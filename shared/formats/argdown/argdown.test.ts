import { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } from "@argdown/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Argument,
  type Card,
  checkMap,
  type PlainMap,
  type RecordId,
  recordsOf,
} from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { aCard, mapOf } from "../../../tests/fixtures/model/build.ts";
import { cleanText, cutToTitle, joinSpaces } from "../building/index.ts";
import { argdown } from "./index.ts";

const read = readWith(argdown);
const write = (map: PlainMap): string => argdown.write?.(map) ?? "";

/** A map, a line for each record, without what Argdown cannot carry. */
function told(map: PlainMap): readonly string[] {
  const title = (words: string): string => cutToTitle(cleanText(words));
  const name = (id: RecordId | null): unknown => {
    const record = id && map.records.get(id);
    if (!record) return null;
    if (record.type === "card") return [record.kind, cleanText(record.text), title(record.title)];
    if (record.type === "group") return title(record.title);
    if (record.type !== "argument") return record.id;
    const { polarity, premises, target, scheme, note, base } = record;
    return [polarity, premises.map(name), name(target.id), scheme, cleanText(note), base];
  };
  const lines: unknown[] = [title(map.meta.title)];
  for (const card of recordsOf(map, "card")) {
    const { granted, base, tags, group, parent, raisedBy, answers, citations } = card;
    const cited = citations.map(
      ({ source, quote, prefix, suffix, locator, attributedTo, start, end, relevance, via }) => [
        sourceNamed(map, source),
        ...[quote, prefix, suffix].map(cleanText),
        ...[locator, attributedTo].map(title),
        ...[start, end, relevance, via?.title, via?.url],
      ],
    );
    const words = [...new Set(tags.map((tag) => title(tag)))].sort();
    const asked = answers
      .map(name)
      .map((one) => JSON.stringify(one))
      .sort();
    lines.push([
      "card",
      name(card.id),
      granted,
      base,
      words,
      name(group),
      name(parent),
      name(raisedBy?.id ?? null),
      asked,
    ]);
    lines.push(...new Set(cited.map((one) => JSON.stringify(["cites", name(card.id), one]))));
  }
  for (const { id } of recordsOf(map, "argument")) lines.push(["argument", name(id)]);
  for (const { kind, members } of recordsOf(map, "conflict"))
    lines.push(["conflict", kind, members.map(name)]);
  for (const { title: words } of recordsOf(map, "group")) lines.push(["group", title(words)]);
  for (const { id } of recordsOf(map, "source")) lines.push(["source", sourceNamed(map, id)]);
  return lines.map((line) => JSON.stringify(line)).sort();
}

function sourceNamed(map: PlainMap, id: RecordId): unknown {
  const source = map.records.get(id);
  if (source?.type !== "source") return null;
  const { title, creator, date, url, note, credibility } = source;
  const short = [title, creator, date].map((words) => cutToTitle(cleanText(words)));
  return [...short, cleanText(url), cleanText(note), credibility];
}

type Reference = Readonly<{
  parserErrors?: readonly Readonly<{ message: string }>[];
  exceptions?: readonly Error[];
  statements: Readonly<Record<string, { members: readonly { text?: string; isReference?: boolean }[] }>>;
  arguments: Readonly<Record<string, { pcs: readonly unknown[] }>>;
  relations: readonly { relationType: string; from: End; to: End }[];
}>;

/** A statement ("equivalence-class") or a step. */
type End = Readonly<{ type: string; title?: string }>;

/** What the reference parser makes of a text. */
function byReference(input: string): Reference {
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), "parse-input");
  app.addPlugin(new DataPlugin(), "build-model");
  app.addPlugin(new ModelPlugin(), "build-model");
  return app.run({
    input,
    process: ["parse-input", "build-model"],
    logLevel: "error",
  }) as unknown as Reference;
}

/** Whether more is to be said of an argument than who speaks for or against what. */
function isNumbered(map: PlainMap, { id, premises, note, scheme, base }: Argument): boolean {
  const isSpokenAbout =
    recordsOf(map, "argument").some(({ target }) => target.id === id) ||
    recordsOf(map, "card").some(({ raisedBy }) => raisedBy?.id === id);
  return premises.length > 1 || note !== "" || scheme !== "none" || base !== null || isSpokenAbout;
}

/** Holds what was written against what the reference parser makes of it. */
function expectUnderstood(map: PlainMap): void {
  const text = write(map);
  const found = byReference(text);
  expect(found.parserErrors ?? []).toEqual([]);
  expect(found.exceptions ?? []).toEqual([]);
  const cards = recordsOf(map, "card");
  const steps = recordsOf(map, "argument");
  const numbered = steps.filter((step) => isNumbered(map, step));
  const concluded = Object.keys(found.statements).filter((title) => title.startsWith("Conclusion "));
  expect(Object.keys(found.statements).length).toBe(cards.length + concluded.length);
  expect(
    Object.values(found.arguments)
      .map(({ pcs }) => pcs.length - 1)
      .sort(),
  ).toEqual(numbered.map(({ premises }) => premises.length).sort());
  // What is numbered and supports a card says so by its conclusion.
  const supports = steps.filter(
    (step) => step.polarity === "support" && !(numbered.includes(step) && step.target.type === "card"),
  );
  const opposed = steps.filter(({ polarity }) => polarity === "oppose");
  const types = [
    ...supports.map(() => "support"),
    ...opposed.map(({ target }) => (target.type === "card" ? "attack" : "undercut")),
    ...recordsOf(map, "conflict").map(() => "contradictory"),
  ];
  expect(found.relations.map(({ relationType }) => relationType).sort()).toEqual(types.sort());
  const wordsOf = ({ members }: Reference["statements"][string]): string =>
    joinSpaces(members.findLast(({ isReference }) => !isReference)?.text ?? "");
  const texts = Object.entries(found.statements)
    .filter(([title]) => !title.startsWith("Conclusion "))
    .map(([, statement]) => wordsOf(statement));
  expect(texts.sort()).toEqual(cards.map(({ text: words }: Card) => joinSpaces(words)).sort());
  // And from what to what they lead, where both ends are cards.
  const isCard = ({ type, title = "" }: End): boolean =>
    type === "equivalence-class" && !title.startsWith("Conclusion ");
  const shownOf = ({ title = "" }: End): string => {
    const statement = found.statements[title];
    return statement === undefined ? "?" : wordsOf(statement);
  };
  const saidOf = (id: RecordId): string => {
    const record = map.records.get(id);
    return record?.type === "card" ? joinSpaces(record.text) : "?";
  };
  const led = found.relations
    .filter(({ from, to }) => isCard(from) && isCard(to))
    .map(({ relationType, from, to }) => lineOf(relationType, [shownOf(from), shownOf(to)]));
  const plain = steps.filter((step) => !numbered.includes(step) && step.target.type === "card");
  expect(led.sort()).toEqual(
    [
      ...plain.map(({ polarity, premises: [from], target }) =>
        lineOf(polarity === "support" ? "support" : "attack", [saidOf(from ?? target.id), saidOf(target.id)]),
      ),
      ...recordsOf(map, "conflict").map(({ members }) => lineOf("contradictory", members.map(saidOf))),
    ].sort(),
  );
}

/** Which of two that contradict each other stands first says nothing. */
function lineOf(type: string, ends: readonly string[]): string {
  return JSON.stringify([type, ...(type === "contradictory" ? [...ends].sort() : ends)]);
}

describe("Argdown, written", () => {
  it("[FA10] comes back as it was, but for what it cannot carry", () => {
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        const { map: again, diagnostics } = read(write(map));
        expect(diagnostics).toEqual([]);
        expect(checkMap(again).filter(({ rule }) => rule !== "I9")).toEqual([]);
        expect(told(again)).toEqual(told(map));
      }),
      { seed: 5, numRuns: Number(process.env["FUZZ_RUNS"] ?? 600) },
    );
  });

  it("[FA9] is understood by the reference parser, without a fault and with the same things", () => {
    expectUnderstood(example);
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        if (recordsOf(map, "card").length > 0) expectUnderstood(map);
      }),
      { seed: 6, numRuns: Number(process.env["FUZZ_RUNS"] ?? 150) },
    );
  });

  it("names thousands of cards of one text in good time", () => {
    const cards = Array.from({ length: 10_000 }, (_, n) =>
      aCard(`c${n}`, "claim", { text: n % 2 ? "" : "same" }),
    );
    const began = performance.now();
    const { map } = read(write(mapOf(cards)));
    expect(recordsOf(map, "card")).toHaveLength(10_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("[F4] is the same for the same map, and ends with a line break", () => {
    const backwards = { ...example, records: new Map([...example.records].reverse()) };
    expect(write(backwards)).toBe(write(example));
    expect(write(example).endsWith("\n")).toBe(true);
    expect(told(read(write(example)).map)).toEqual(told(example));
  });
});
