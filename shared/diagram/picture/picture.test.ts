import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { arbitraryCommands, idPool } from "../../../tests/fixtures/model/arbitrary-commands.ts";
import {
  aCard,
  aCitation,
  aConflict,
  aGroup,
  anArgument,
  aSource,
  card,
  group,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { letter } from "./annotations.ts";
import { contrastOf, fadeColor } from "./fade-color.ts";
import { fillIn } from "./fill-in.ts";
import {
  type Picture,
  type PictureGroup,
  type PictureItem,
  type PictureText,
  pictureOf,
  pictureTheme,
  pictureThemeNames,
} from "./index.ts";
import { itemBounds } from "./item-bounds.ts";

/** A small debate with one of everything that is drawn. */
const debate: PlainMap = {
  ...mapOf(
    [
      aCard("q", "question", { text: "Should the library open on Sundays?" }),
      aCard("part", "question", { text: "Who would pay?", parent: card("q") }),
      aCard("yes", "claim", { text: "It should open", answers: [card("q")], group: group("g") }),
      aCard("no", "claim", { text: "It should stay closed", answers: [card("q")] }),
      aCard("busy", "evidence", {
        text: "Saturdays are full",
        tags: ["count"],
        citations: [aCitation("z1", "s1", { quote: "no seat was free", locator: "p. 3" })],
      }),
      aCard("free", "claim", { text: "Most people are free on Sundays", granted: true }),
      aCard("staff", "claim", { text: "Staff need a day off", color: "blue" }),
      anArgument("a1", ["busy", "free"], onCard("yes"), { scheme: "sign", note: "Counted in May." }),
      anArgument("a2", ["staff"], onCard("yes"), { polarity: "oppose" }),
      anArgument("a3", ["no"], onArgument("a1"), { polarity: "oppose" }),
      anArgument("a4", ["staff"], onArgument("a2")),
      aConflict("k", "yes", "no"),
      aSource("s1", {
        title: "Visitors counted",
        creator: "Library",
        date: "2025",
        url: "https://example.org/c",
      }),
      aSource("s2", { title: "Never cited", url: "javascript:alert(1)", credibility: "weak" }),
      aGroup("g"),
    ],
    {
      q: [0, 0],
      part: [600, 0],
      yes: [40, 160],
      no: [40, 420],
      busy: [420, 160],
      free: [420, 330],
      staff: [420, 480],
    },
  ),
  meta: { title: "Sundays", createdAt: 0 },
};

describe("pictureOf", () => {
  test("draws each card, line and word, and names what it is", () => {
    const picture = pictureOf(debate);
    const classes = groupsIn(picture.items).map(({ className }) => className);
    for (const name of ["card question", "card claim", "card evidence", "card claim granted"])
      expect(classes).toContain(name);
    for (const tone of ["argument support", "argument oppose", "argument undercut", "argument backing"])
      expect(classes).toContain(tone);
    for (const name of ["conflict", "answer", "part", "region", "title", "legend", "lists"])
      expect(classes).toContain(name);
    const titles = groupsIn(picture.items).map(({ title }) => title);
    expect(titles).toContain("Claim, taken for granted: Most people are free on Sundays");
    expect(titles).toContain(
      "“Saturdays are full + Most people are free on Sundays” speaks for “It should open” (from a sign)",
    );
    expect(titles).toContain(
      "“It should stay closed” objects to the step from “Saturdays are full + Most people are free on Sundays”",
    );
    expect(picture.description).toBe(
      "Argument map. Cards: 7. Arguments: 4. Conflicts: 1. Should the library open on Sundays? Who would pay?",
    );
  });

  test("an argument about a step ends at the word of that step", () => {
    const items = pictureOf(debate).items;
    const boxOf = (className: string, id: string) => {
      const found = groupsIn(items).find((item) => item.className === className && item.id === id);
      return itemBounds(found?.items.filter(({ type }) => type === "rect").slice(-1) ?? []);
    };
    const step = boxOf("word support", "a1");
    const undercut = groupsIn(items).find(
      ({ className, id }) => className === "argument undercut" && id === "a3",
    );
    const head = undercut?.items[1];
    const [, x, y] = head?.type === "path" ? (head.segments[0] ?? []) : [];
    expect(x).toBeGreaterThanOrEqual((step?.x ?? 0) - 1);
    expect(x).toBeLessThanOrEqual((step?.x ?? 0) + (step?.width ?? 0) + 1);
    expect(y).toBeGreaterThanOrEqual((step?.y ?? 0) - 1);
    expect(y).toBeLessThanOrEqual((step?.y ?? 0) + (step?.height ?? 0) + 1);
  });

  test("sources are numbered on the cards and listed; only addresses of the web are links", () => {
    const picture = pictureOf(debate);
    expect(wordsIn(picture)).toContain("[1] Visitors counted, p. 3");
    expect(picture.lists).toEqual([
      {
        heading: "Sources",
        entries: [
          { label: "1", text: "Library. Visitors counted. 2025.", url: "https://example.org/c" },
          { label: "2", text: "Never cited. Weak source.", url: null },
        ],
      },
      { heading: "Notes", entries: [{ label: "a", text: "Counted in May.", url: null }] },
    ]);
    const without = pictureOf(debate, { withSources: false, withNotes: false });
    expect(without.lists).toEqual([]);
    expect(wordsIn(without)).toContain("Visitors counted, p. 3");
  });

  test("a text too long for its card stands whole in the notes, with its letter on the card", () => {
    const text = "A sentence that goes on and on. ".repeat(60).trim();
    const picture = pictureOf(mapOf([aCard("c", "claim", { text })], { c: [0, 0] }), { withNotes: false });
    expect(picture.lists[0]?.entries).toEqual([{ label: "a", text, url: null }]);
    expect(wordsIn(picture)).toContain("[a]");
  });

  test("a part of a map is drawn by its cards or by their group", () => {
    const chosen = pictureOf(debate, {
      scope: { type: "cards", ids: new Set([card("staff"), card("yes")]) },
    });
    expect(cardsIn(chosen)).toEqual(["yes", "staff"]);
    expect(groupsIn(chosen.items).filter(({ className }) => className.startsWith("argument"))).toHaveLength(
      2,
    );
    expect(cardsIn(pictureOf(debate, { scope: { type: "group", id: group("g") } }))).toEqual(["yes"]);
  });

  test("what is dimmed stands back with its lines", () => {
    const { items } = pictureOf(debate, { dimmed: new Set([card("staff")]) });
    const faint = groupsIn(items).filter(({ opacity }) => opacity < 1);
    expect(faint.map(({ id }) => id)).toEqual(expect.arrayContaining(["staff", "a2", "a4"]));
    expect(faint.map(({ id }) => id)).not.toContain("yes");
  });

  test("how cards fare is told in words", () => {
    const standings = new Map([
      [card("yes"), "refuted" as const],
      [card("staff"), "unsupported" as const],
    ]);
    const words = wordsIn(pictureOf(debate, { standings }));
    expect(words).toContain("refuted");
    expect(words).toContain("unsupported");
  });

  test("how strong cards are is a bar, a number and words; what does not settle is about that", () => {
    const strengths = {
      cards: new Map([
        [card("yes"), 0.734],
        [card("staff"), 0.5],
      ]),
      unsettled: new Set([card("staff")]),
    };
    const picture = pictureOf(debate, { strengths });
    const words = wordsIn(picture);
    expect(words).toContain("0.73");
    expect(words).toContain("≈ 0.50");
    expect(JSON.stringify(picture)).toContain("strength 0.73");
  });

  test("questions are bookmarks with their parts below them, then groups", () => {
    const marks = pictureOf(debate).bookmarks.map(({ id, level }) => [id, level]);
    expect(marks).toEqual([
      ["q", 0],
      ["part", 1],
      ["g", 0],
    ]);
    const withoutQuestions = mapOf([aCard("c"), aCard("d"), anArgument("a", ["d"], onCard("c"))], {
      c: [0, 0],
      d: [400, 0],
    });
    expect(pictureOf(withoutQuestions).bookmarks.map(({ id }) => id)).toEqual(["c"]);
  });

  test("everything lies within the picture, whatever the map", () => {
    fc.assert(
      fc.property(arbitraryCommands(idPool(), 40), (commands) => {
        const doc = new ArgumentDoc(new Y.Doc(), () => 1);
        for (const command of commands) doc.apply(command, "user");
        const map = doc.toPlainMap();
        const picture = pictureOf(map);
        const bounds = itemBounds(picture.items);
        expect(JSON.stringify(picture)).not.toMatch(/NaN|Infinity/);
        if (bounds) {
          expect(bounds.x).toBeGreaterThanOrEqual(0);
          expect(bounds.y).toBeGreaterThanOrEqual(0);
          expect(bounds.x + bounds.width).toBeLessThanOrEqual(picture.width);
          expect(bounds.y + bounds.height).toBeLessThanOrEqual(picture.height);
        }
        expect(pictureOf(map)).toEqual(picture);
        const backwards = { ...map, records: new Map([...map.records].reverse()) };
        expect(pictureOf(backwards)).toEqual(picture);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test("an empty map is a title", () => {
    const picture = pictureOf(mapOf([]));
    expect(picture.title).toBe("Untitled map");
    expect(picture.areas.legend).toBeNull();
    expect(picture.width).toBeGreaterThan(0);
  });
});

describe("in every theme", () => {
  test.each(pictureThemeNames)("%s differs in nothing but colours", (theme) => {
    const shape = (picture: Picture) =>
      JSON.stringify(picture.items)
        .replaceAll(/"#[0-9a-f]{6}"/g, '"#"')
        .replaceAll(/"dash":\[[^\]]*\]/g, "");
    expect(shape(pictureOf(debate, { theme }))).toBe(shape(pictureOf(debate)));
  });

  test.each(pictureThemeNames)("%s has text that can be read on what it stands on", (name) => {
    const theme = pictureTheme(name);
    const surfaces = [
      theme.background,
      theme.panel,
      ...Object.values(theme.cards).map(({ surface }) => surface),
      ...Object.values(theme.tints).map(({ surface }) => surface),
    ];
    for (const surface of surfaces) {
      for (const ink of [theme.text, theme.textMuted])
        expect(contrastOf(ink, surface)).toBeGreaterThanOrEqual(4.5);
      for (const { accent } of Object.values(theme.cards))
        expect(contrastOf(accent, surface)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastOf(theme.focus, theme.background)).toBeGreaterThanOrEqual(4.5);
    for (const { line, surface, text } of Object.values(theme.relations)) {
      const strength = name === "contrast" ? "high" : "normal";
      const least = name === "contrast" ? 7 : 3;
      expect(contrastOf(line, theme.background)).toBeGreaterThanOrEqual(least);
      expect(
        contrastOf(fadeColor(line, theme.background, strength), theme.background),
      ).toBeGreaterThanOrEqual(least);
      expect(contrastOf(text, surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("print has no colour", () => {
    const colors = JSON.stringify(pictureTheme("print")).match(/#[0-9a-f]{6}/g) ?? [];
    expect(
      colors.filter((color) => new Set([color.slice(1, 3), color.slice(3, 5), color.slice(5)]).size > 1),
    ).toEqual([]);
  });
});

describe("small parts", () => {
  test("letters go on after z", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letter)).toEqual(["a", "z", "aa", "az", "ba", "zz", "aaa"]);
  });

  test("what is filled in is not filled in again", () => {
    expect(fillIn("{from} and {to}, {other}", { from: "{to}", to: "$&" })).toBe("{to} and $&, {other}");
  });
});

function groupsIn(items: readonly PictureItem[]): readonly PictureGroup[] {
  return items.flatMap((item) => (item.type === "group" ? [item, ...groupsIn(item.items)] : []));
}

function cardsIn({ items }: Picture): readonly (string | null)[] {
  return groupsIn(items).flatMap(({ className, id }) => (className.startsWith("card") ? [id] : []));
}

function wordsIn({ items }: Picture): readonly string[] {
  return textsIn(items).map(({ whole }) => whole);
}

function textsIn(items: readonly PictureItem[]): readonly PictureText[] {
  return items.flatMap((item) =>
    item.type === "text" ? [item] : "items" in item ? textsIn(item.items) : [],
  );
}
