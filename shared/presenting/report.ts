import {
  argumentsFrom,
  type Card,
  type CardId,
  getAs,
  type MapView,
  type PlainMap,
  type PresentationId,
  presentationsOf,
  recordsOf,
  type Step,
  stepsOf,
  viewOf,
} from "#shared/model/index.ts";
import {
  type Hand,
  type ImpactResult,
  meanImpact,
  type Poll,
  type StanceResult,
  stances,
  swingOf,
  type Talk,
  votesIn,
} from "#shared/talk/index.ts";
import { playable } from "./places.ts";
import { type ReportLanguage, type ReportWords, reportWordsIn } from "./report-words.ts";

/** By this tag, in one of the languages of the interface, cards are known that came up during a talk. */
const floorTags: ReadonlySet<string> = new Set(["from the floor", "来自现场"]);

/** A part of a report, for whoever writes it as a file. */
export type ReportBlock =
  | Readonly<{ kind: "heading"; level: 2 | 3; text: string }>
  | Readonly<{ kind: "text"; text: string }>
  | Readonly<{ kind: "list"; isOrdered: boolean; items: readonly string[] }>
  | Readonly<{ kind: "table"; rows: readonly [head: readonly string[], ...body: (readonly string[])[]] }>;

/** What came of a talk, in words. */
export type Report = Readonly<{ title: string; lang: string; blocks: readonly ReportBlock[] }>;

/** What a report is made from. */
export type Reported = Readonly<{
  map: PlainMap;
  talk: Pick<Talk, "polls" | "hands">;
  /** Whose steps are told; null is of all presentations. */
  presentation: PresentationId | null;
  /** In milliseconds since 1970; told as a day of universal time. */
  madeAt: number;
  lang: ReportLanguage;
}>;

/**
 * The steps that are shown, votes with what may be told of them, cards from the floor, questions and raised hands; each
 * of which is named also where there is none, so that nobody wonders. O(map).
 */
export function reportOf({ map, talk, presentation, madeAt, lang }: Reported): Report {
  const words = reportWordsIn(lang);
  const view = viewOf(map);
  const floor = recordsOf(map, "card").filter(({ tags }) => tags.some((tag) => floorTags.has(tag)));
  return {
    title: fill(words.title, { map: map.meta.title || words.untitledMap }),
    lang: words.lang,
    blocks: [
      { kind: "text", text: new Date(madeAt).toISOString().slice(0, 10) },
      ...stepBlocks(map, view, presentation, words),
      { kind: "heading", level: 2, text: words.votes },
      ...listed(
        talk.polls.flatMap((poll) => pollBlocks(poll, view, words)),
        words.noVotes,
      ),
      { kind: "heading", level: 2, text: words.floor },
      ...items(
        floor.filter(({ kind }) => kind !== "question").map((card) => floorLine(card, view, words)),
        words.noFloor,
      ),
      { kind: "heading", level: 2, text: words.questions },
      ...items(
        floor.filter(({ kind }) => kind === "question").map(({ text }) => text),
        words.noQuestions,
      ),
      ...(talk.hands.length > 0 ? [{ kind: "heading", level: 2, text: words.hands } as const] : []),
      ...(talk.hands.length > 0
        ? items(
            talk.hands.map((hand) => handLine(hand, view, words)),
            "",
          )
        : []),
    ],
  };
}

function stepBlocks(
  map: PlainMap,
  view: MapView,
  chosen: PresentationId | null,
  words: ReportWords,
): readonly ReportBlock[] {
  const named = presentationsOf(map).filter(({ id }) => chosen === null || id === chosen);
  const runs = [
    ...(chosen === null ? [{ title: words.steps, steps: stepsOf(map, null) }] : []),
    ...named.map(({ id, title }) => ({ title: title || words.steps, steps: stepsOf(map, id) })),
  ];
  return runs.flatMap(({ title, steps }): readonly ReportBlock[] => {
    const shown = playable(view, steps);
    if (shown.length === 0) return [];
    const lines = shown.map((step) => stepLine(step, words));
    return [
      { kind: "heading", level: 2, text: title },
      { kind: "list", isOrdered: true, items: lines },
    ];
  });
}

function stepLine({ title, seconds }: Step, words: ReportWords): string {
  const name = title || words.untitledStep;
  if (seconds === null) return name;
  return `${name} (${fill(words.minutes, { minutes: Math.max(1, Math.round(seconds / 60)) })})`;
}

function pollBlocks(poll: Poll, view: MapView, words: ReportWords): readonly ReportBlock[] {
  const card = getAs(view, "card", poll.card);
  if (!card) return [];
  return [
    { kind: "heading", level: 3, text: card.text },
    ...(poll.kind === "stance" ? [{ kind: "text", text: fill(words.voted, poll.voted) } as const] : []),
    ...(poll.result === null
      ? [{ kind: "text", text: words.notShown } as const]
      : poll.result.kind === "stance"
        ? stanceBlocks(poll.result, words)
        : impactBlocks(poll.result, view, words)),
  ];
}

function stanceBlocks({ before, after, flow }: StanceResult, words: ReportWords): readonly ReportBlock[] {
  if (before === null && after === null) return [{ kind: "text", text: words.notShown }];
  const head = [words.stance, ...(before ? [words.before] : []), ...(after ? [words.after] : [])];
  const rows = stances.map((stance) => [
    words.stances[stance],
    ...(before ? [String(before[stance])] : []),
    ...(after ? [String(after[stance])] : []),
  ]);
  const table: ReportBlock = { kind: "table", rows: [head, ...rows] };
  if (flow === null) return [table];
  const { points, verdict, voters } = swingOf(flow);
  const told = {
    "more-agree": words.moreAgree,
    "fewer-agree": words.fewerAgree,
    "too-close": words.tooClose,
  };
  return [table, { kind: "text", text: fill(told[verdict], { voters, points: Math.abs(points) }) }];
}

function impactBlocks({ reasons }: ImpactResult, view: MapView, words: ReportWords): readonly ReportBlock[] {
  const rows = Object.entries(reasons).flatMap(([id, tally]) => {
    const argument = getAs(view, "argument", id as keyof typeof reasons);
    if (!argument) return [];
    const premises = argument.premises.map((premise) => textOf(premise, view)).join(" + ");
    return [[premises, meanImpact(tally).toFixed(1), String(votesIn(tally))]];
  });
  if (rows.length === 0) return [{ kind: "text", text: words.notShown }];
  return [{ kind: "table", rows: [[words.reason, words.mean, words.ballots], ...rows] }];
}

function floorLine(card: Card, view: MapView, words: ReportWords): string {
  const about = [...argumentsFrom(view, card.id)].flatMap(({ polarity, target }) => {
    const id = target.type === "card" ? target.id : getAs(view, "argument", target.id)?.premises[0];
    const sentence = polarity === "support" ? words.speaksFor : words.speaksAgainst;
    return id ? [fill(sentence, { card: textOf(id, view) })] : [];
  });
  return about.length === 0 ? card.text : `${card.text} (${about.join("; ")})`;
}

function handLine({ name, about }: Hand, view: MapView, words: ReportWords): string {
  const who = name || words.somebody;
  const text = about && textOf(about, view);
  return text ? fill(words.handAbout, { name: who, card: text }) : who;
}

function textOf(id: CardId, view: MapView): string {
  return getAs(view, "card", id)?.text ?? "";
}

function items(lines: readonly string[], none: string): readonly ReportBlock[] {
  return listed(lines.length === 0 ? [] : [{ kind: "list", isOrdered: false, items: lines }], none);
}

function listed(blocks: readonly ReportBlock[], none: string): readonly ReportBlock[] {
  return blocks.length === 0 ? [{ kind: "text", text: none }] : blocks;
}

/** What is filled in may hold braces itself. */
function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}
