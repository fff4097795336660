import { describe, expect, it } from "vitest";
import type { ArgumentId } from "#shared/model/index.ts";
import type { Hand, ParticipantId, Poll, PollId, Tally } from "#shared/talk/index.ts";
import {
  aCard,
  anArgument,
  aPresentation,
  aStep,
  card,
  mapOf,
  onCard,
  presentation,
} from "../../tests/fixtures/model/build.ts";
import { writeReport } from "../formats/report/index.ts";
import { type Reported, reportOf } from "./report.ts";

const lecture = { presentation: presentation("p1") };
const map = {
  ...mapOf([
    aCard("c1", "claim", { text: "Openness is *pragmatic*" }),
    aCard("c2", "claim", { text: "It saves work" }),
    aCard("c3", "claim", { text: "# <b>Who</b> pays?\nReally", tags: ["from the floor"] }),
    aCard("q1", "question", { text: "What of small labs?", tags: ["来自现场"] }),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3"], onCard("c1"), { polarity: "oppose" }),
    aPresentation("p1", { title: "Lecture" }),
    aPresentation("p2", { title: "Exam" }),
    aStep("t1", ["c1"], { ...lecture, title: "Begin", seconds: 90 }),
    aStep("t2", ["c2"], { ...lecture, order: "a1", title: "Hidden", isHidden: true }),
    aStep("t3", ["a1"], { ...lecture, order: "a2" }),
    aStep("t4", ["c1"], { presentation: presentation("p2"), title: "Elsewhere" }),
  ]),
  meta: { title: "Garden", createdAt: 0 },
};

const tally = (agree: number, disagree: number): Tally => ({
  "strongly-disagree": 0,
  disagree,
  neutral: 0,
  agree,
  "strongly-agree": 0,
  "no-view": 0,
});
const noFlow = Array.from({ length: 6 }, () => [0, 0, 0, 0, 0, 0]);
const base = {
  card: card("c1"),
  audience: "everyone",
  moment: "after",
  round: 1,
  voted: { before: 10, after: 9, both: 8 },
  createdAt: 1,
} as const;
const stance: Poll = {
  ...base,
  id: "p1" as PollId,
  kind: "stance",
  state: "revealed",
  result: {
    kind: "stance",
    before: tally(2, 6),
    after: tally(4, 4),
    // Row by row from strongly disagree: four stay against, two go over, two stay for.
    flow: noFlow.map((row, from) =>
      from === 1 ? [0, 4, 0, 2, 0, 0] : from === 3 ? [0, 0, 0, 2, 0, 0] : row,
    ),
    confidence: { before: null, after: null },
  },
};
const impact: Poll = {
  ...base,
  id: "p2" as PollId,
  kind: "impact",
  state: "revealed",
  result: { kind: "impact", reasons: { ["a1" as ArgumentId]: [0, 0, 1, 2, 3] } },
};
const open: Poll = { ...base, id: "p3" as PollId, kind: "stance", state: "open", result: null };
const hand: Hand = { participant: "h1" as ParticipantId, name: "", about: card("c2"), raisedAt: 1 };

function written(given: Partial<Reported> = {}, format: "md" | "html" = "md"): string {
  const talk = { polls: [stance, impact], hands: [hand] };
  const report = reportOf({
    map,
    talk,
    presentation: presentation("p1"),
    madeAt: Date.UTC(2026, 10, 22),
    lang: "en",
    ...given,
  });
  return writeReport(report, format);
}

describe("a report of a talk", () => {
  it("[K50] tells steps, votes, what came from the floor and raised hands", () => {
    expect(written()).toBe(`# Report of a talk: Garden

2026-11-22

## Lecture

1. Begin (2 min)
2. Untitled step

## Votes

### Openness is \\*pragmatic\\*

Voted before: 10; after: 9.

| Stance | Before | After |
| --- | --- | --- |
| strongly disagree | 0 | 0 |
| disagree | 6 | 4 |
| neither | 0 | 0 |
| agree | 2 | 4 |
| strongly agree | 0 | 0 |
| no view | 0 | 0 |

Of 8 who voted twice, 25 points more agree than before.

### Openness is \\*pragmatic\\*

| Reason | Mean, 0 to 4 | Votes cast |
| --- | --- | --- |
| It saves work | 3.3 | 6 |

## From the floor

- \\# \\<b\\>Who\\</b\\> pays? Really (against “Openness is \\*pragmatic\\*”)

## Questions

- What of small labs?

## Hands still raised

- Somebody, about “It saves work”
`);
  });

  it("[K51] tells nothing of a vote that has not been shown, nor of one on what is gone", () => {
    const told = written({ talk: { polls: [open, { ...open, card: card("c9") }], hands: [] } });
    expect(told).toContain("The result has not been shown");
    expect(told).not.toContain("| ");
    expect(told.match(/### /g)).toHaveLength(1);
  });

  it("[K50] says so where nothing came of it, and has all presentations where none is chosen", () => {
    const told = written({ presentation: null, talk: { polls: [], hands: [] } });
    for (const words of ["## Lecture", "## Exam", "1. Elsewhere", "Nobody was asked to vote."])
      expect(told).toContain(words);
    const empty = written({ map: mapOf([]), talk: { polls: [], hands: [] }, presentation: null });
    for (const words of ["Untitled map", "No card came from the floor.", "No questions are left."])
      expect(empty).toContain(words);
  });

  it("[K52] is a page that loads nothing and in which what people wrote is text", () => {
    const page = written({}, "html");
    expect(page).toContain("default-src 'none'");
    expect(page).toContain(
      "<li># &lt;b&gt;Who&lt;/b&gt; pays?\nReally (against “Openness is *pragmatic*”)</li>",
    );
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|src=|href=/);
  });

  it("[K52] is in Chinese where that was chosen", () => {
    const told = written({ lang: "zh" });
    for (const words of ["# 演示报告：Garden", "## 投票", "强烈反对"]) expect(told).toContain(words);
    expect(written({ lang: "zh" }, "html")).toContain('<html lang="zh-CN">');
  });
});
