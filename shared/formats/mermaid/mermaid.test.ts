import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMap, recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { expectTotal } from "../../../tests/fixtures/formats/fuzz.ts";
import { meaningOf, withOwnTexts } from "../../../tests/fixtures/formats/meaning-of.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import {
  aCard,
  aCitation,
  anArgument,
  aSource,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { mermaid } from "./index.ts";

const read = readWith(mermaid);
const write = mermaid.write ?? String;
const small = mapOf([
  aCard("c1", "claim", { text: 'say "end"; <b> #1\n1. one' }),
  aCard("c2"),
  aCard("c3", "evidence", { citations: [aCitation("z1", "s1")] }),
  aCard("c4"),
  anArgument("a1", ["c2", "c3"], onCard("c1")),
  anArgument("a2", ["c4"], onArgument("a1"), { polarity: "oppose" }),
  anArgument("a3", ["c4"], onCard("c2"), { polarity: "oppose" }),
  aSource("s1", { title: "Report", url: "https://example.org/a" }),
]);

describe("flowcharts of ours", () => {
  it("[FW1] come back as the same map, up to what they cannot carry", () => {
    expect(meaningOf(read(write(example)).map)).toEqual(meaningOf(example));
    fc.assert(
      fc.property(arbitraryLawfulMap(), (whole) => {
        const map = withOwnTexts(whole);
        const { map: back, diagnostics } = read(write(map));
        expect(diagnostics).toEqual([]);
        expect(meaningOf(back)).toEqual(meaningOf(map));
        expect(checkMap(back)).toEqual([]);
        expect(write({ ...map, records: new Map([...map.records].reverse()) })).toBe(write(map));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("[FW1, FW2] draw joints where premises meet, and take no words for signs", () => {
    expect(
      write(small)
        .split("\n")
        .filter((line) => !line.includes("classDef") && !line.includes("linkStyle")),
    ).toEqual([
      "flowchart RL",
      '  c1["say #34;end#34;#59; #60;b#62; #35;1<br/>1#46; one"]:::claim',
      '  c2["text of c2"]:::claim',
      '  c3(["text of c3"]):::evidence',
      '  c4["text of c4"]:::claim',
      '  a1("because"):::support',
      "  c2 --- a1",
      "  c3 --- a1",
      "  a1 --> c1",
      "  c4 -.->|but| a1",
      "  c4 -->|but| c2",
      '  click c3 href "https://example.org/a" "Report"',
      "",
    ]);
    expect(recordsOf(read(write(small)).map, "source")).toMatchObject([
      { title: "Report", url: "https://example.org/a" },
    ]);
  });
});

describe("flowcharts of others", () => {
  const said = (text: string): readonly string[] => meaningOf(read(text).map);

  it("[FW3, FW4] become cards and arguments", () => {
    expect(
      said(`graph TD
  A[Cars are loud] --> B(The town is loud)
  C{{"Who pays?"}}; D -- attacks --> B
  %% a comment
  E & F -->|supports| D
  B -. "answers" .-> C
  G --x B
  style A fill:#fff
  subgraph s1 [One side]
    direction LR
    F
    H>A flag]
  end`),
    ).toEqual([
      '("Cars are loud" support "The town is loud")',
      '("D" oppose "The town is loud")',
      '("E" support "D")',
      '("F" support "D")',
      '("G" oppose "The town is loud")',
      'claim "A flag" in "One side"',
      'claim "Cars are loud"',
      'claim "D"',
      'claim "E"',
      'claim "F" in "One side"',
      'claim "G"',
      'claim "The town is loud" answers "Who pays?"',
      'group "One side"',
      'map ""',
      'question "Who pays?"',
    ]);
  });

  it("[FW3] may stand in Markdown, with a title, directives and looks", () => {
    const text = `# Notes

\`\`\`mermaid
---
title: "Noise"
config: { theme: dark }
---
%%{ init: {
  "theme": "dark" } }%%
flowchart LR;
  accDescr { All
    about noise }
  classDef warm fill:#f96;
  A["Cars are <b>loud</b><br>and #quot;slow#quot;"]:::warm --> B{{"\`Who pays?\`"}}; class A warm
  click A href "https://example.org/a" "Report" _blank
  linkStyle 0 stroke:red
\`\`\`

More words.
`;
    expect(read(text).diagnostics).toEqual([]);
    expect(said(text)).toEqual([
      'claim "Cars are loud\\nand \\"slow\\"" answers "Who pays?"',
      'map "Noise"',
      'question "Who pays?"',
    ]);
    expect(recordsOf(read(text).map, "source")).toMatchObject([{ title: "Report" }]);
  });

  it("[FW4] tell by words, heads and joints what lines say", () => {
    expect(
      said(`graph LR
a & b --> j((and)) --> c
d -->|undercuts| j
e x--x f
g <--> h
i -.->|excludes| k
l ~~~ m
n == because ==> o
p --x q
s e2@==> t
u@{ shape: hex, label: "How?" } --> v`),
    ).toEqual([
      '("a" & "b" support "c")',
      '("d" oppose ("a" & "b" support "c"))',
      '("n" support "o")',
      '("p" oppose "q")',
      '("s" support "t")',
      'claim "a"',
      'claim "b"',
      'claim "c"',
      'claim "d"',
      'claim "e"',
      'claim "f"',
      'claim "g"',
      'claim "h"',
      'claim "i"',
      'claim "k"',
      'claim "l"',
      'claim "m"',
      'claim "n"',
      'claim "o"',
      'claim "p"',
      'claim "q"',
      'claim "s"',
      'claim "t"',
      'claim "v" answers "How?"',
      'contrary "e", "f"',
      'contrary "g", "h"',
      'contrary "i", "k"',
      'map ""',
      'question "How?"',
    ]);
  });

  it("[FW5] are told what could not be read, and where", () => {
    expect(read("sequenceDiagram\nA->>B: hi").diagnostics).toMatchObject([
      { code: "MERMAID_NOT_A_FLOWCHART", severity: "error" },
    ]);
    expect(read("").diagnostics).toMatchObject([{ code: "MERMAID_NOT_A_FLOWCHART" }]);
    const { map, diagnostics } = read("flowchart TD\n  a --> b\n  c[open\n  d -->|what?| e");
    expect(diagnostics).toMatchObject([
      { code: "MERMAID_SYNTAX", severity: "warning", line: 3, column: 5 },
      { code: "MERMAID_LINE_WORDS", severity: "info" },
    ]);
    expect(recordsOf(map, "argument")).toHaveLength(2);
  });

  it("[F1, F3] never make the reader throw or the map unlawful", () => {
    const pieces = [
      "-->",
      "--",
      "-.->",
      "~~~",
      "A",
      "[",
      "]",
      "((",
      "))",
      "{{",
      '"',
      "|",
      "&",
      ";",
      "\n",
      "subgraph ",
      "end\n",
      ":::",
      "@{",
      "%%",
      "%%{",
      "a1",
      "c1",
    ];
    expectTotal(
      read,
      [write(small), write(example).slice(0, 3_000), "graph TD\nA-->|no|B & C\nsubgraph x\nB\nend\n"],
      pieces,
    );
  });

  it("[F1] take lines of megabytes", () => {
    const begun = performance.now();
    const many = 200_000;
    for (const line of [
      "A[/x/] & ".repeat(many),
      "A".repeat(4_000_000),
      "A(".repeat(many),
      "A --> ".repeat(many),
      " ".repeat(4_000_000),
    ]) {
      expect(read(`flowchart TD\n${line}`).diagnostics.length).toBeLessThan(102);
    }
    expect(
      read(`flowchart TD\nA${" & A".repeat(1_000)} --> B${" & B".repeat(1_000)}`).diagnostics,
    ).toMatchObject([{ code: "MERMAID_TOO_LARGE", severity: "error" }]);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});
