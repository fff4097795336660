import { describe, expect, it } from "vitest";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { type FormatName, formatInfos, loadFormat } from "#shared/formats/registry.ts";
import { createIdSource } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { FileTask, MakeTask } from "./file-task.ts";
import { isSmall } from "./is-small.ts";

/** A file of about `n` parts, as many things as its format gets into so few characters. */
type Dense = (n: number) => string;

const repeated = (n: number, part: (k: number) => string): string =>
  Array.from({ length: n }, (_, k) => part(k)).join("");
const name = (k: number): string => k.toString(36);

const densest: Readonly<Partial<Record<FormatName, Dense>>> = {
  json: (n) => {
    const sources = repeated(n, (k) => `{"id":"${name(k)}","createdAt":1},`).slice(0, -1);
    return `{"format":"counterpoint","version":1,"sources":[${sources}]}`;
  },
  outline: (n) => repeated(n, () => "a\n\n"),
  markdown: (n) => repeated(n, () => "-a\n- b\n"),
  argdown: (n) => {
    const half = n >> 1;
    return `<a>\n${repeated(half, (k) => `+>[${name(k)}]\n`)}\n${repeated(half, (k) => `<${name(k)}>\n_><a>\n\n`)}`;
  },
  kialo: (n) => `Discussion Title: a\n\n1. a\n${repeated(n, (k) => `1.${k + 1}. Pro: a\n`)}`,
  aif: (n) => `{"nodes":[${repeated(n, (k) => `{"nodeID":${k},"type":"I","text":"a"},`)}{}],"edges":[]}`,
  xaif: (n) =>
    `{"AIF":{"nodes":[${repeated(n, (k) => `{"nodeID":${k},"type":"I","text":"a"},`)}{}],"edges":[]}}`,
  graphml: (n) => `<graphml><graph>${repeated(n, (k) => `<node id="${name(k)}"/>`)}</graph></graphml>`,
  mermaid: (n) => {
    const names = Array.from({ length: n }, (_, k) => String.fromCharCode(0x4e00 + k));
    return `graph\n${names.slice(n >> 1).join("&")}-->${names.slice(0, n >> 1).join("&")}`;
  },
  csv: (n) => `text\n${repeated(n, () => "a\n")}`,
  mindmup: (n) => {
    const ideas = repeated(n, (k) => `"${k + 1}":{"title":"a"},`).slice(0, -1);
    return `{"title":"a","formatVersion":3,"ideas":{${ideas}}}`;
  },
  opml: (n) => `<opml><body>${repeated(n, () => '<outline text="a"/>')}</body></opml>`,
  "csl-json": (n) => `[${repeated(n, (k) => `{"title":"${name(k)}"},`)}{"title":"-"}]`,
  bibtex: (n) => repeated(n, (k) => `@a{,title=${name(k)}}`),
};

const make = (format: FormatName, content: string): MakeTask => ({
  kind: "make",
  format,
  content,
  now: 1,
  title: undefined,
});

/** The largest of such files that is read on the spot. */
function largestSmall(format: FormatName, dense: Dense): string {
  let n = 1;
  while (isSmall(make(format, dense(n + 1)))) n += 1;
  return dense(n);
}

function ids(): () => string {
  let next = 0;
  return () => `n${next++}`;
}

/** Laid out in some 20 ms. */
const maxThings = 300;

describe("a small file", () => {
  const readable = formatInfos.filter(({ canRead }) => canRead).map((info) => info.name);

  it.each(readable)("[H11] is so in %s by how much it can hold, however dense it is", async (format) => {
    const dense = densest[format];
    if (dense === undefined) throw new Error(`Say what the densest file in ${format} is.`);
    const { read } = await loadFormat(format);
    const content = largestSmall(format, dense);
    const result = read?.(content, { createId: createIdSource(ids()), now: 1, author: "" });
    const things = result?.map.records.size ?? 0;
    // A file in which nothing is found would prove nothing.
    expect(things).toBeGreaterThan(Math.min(20, content.length / 40));
    expect(things).toBeLessThanOrEqual(maxThings);
  });

  it("[H11] has so many characters and lines and not one more, and fewer where words multiply", () => {
    const { smallFileChars, smallDenseFileChars, smallFileLines } = limits;
    expect(isSmall(make("outline", "a".repeat(smallFileChars)))).toBe(true);
    expect(isSmall(make("outline", "a".repeat(smallFileChars + 1)))).toBe(false);
    expect(isSmall(make("mermaid", "a".repeat(smallDenseFileChars)))).toBe(true);
    expect(isSmall(make("mermaid", "a".repeat(smallDenseFileChars + 1)))).toBe(false);
    for (const lineBreak of ["\n", "\r", "\r\n"]) {
      expect(isSmall(make("outline", lineBreak.repeat(smallFileLines - 1)))).toBe(true);
      expect(isSmall(make("outline", lineBreak.repeat(smallFileLines)))).toBe(false);
    }
  });

  it("[H11] is written of a map of so many bytes, and no picture is small", () => {
    const task = (bytes: number, format: FormatName): FileTask => ({
      kind: "export",
      format,
      options: initialExportOptions,
      state: new Uint8Array(bytes),
      now: 1,
    });
    expect(isSmall(task(limits.smallMapBytes, "json"))).toBe(true);
    expect(isSmall(task(limits.smallMapBytes + 1, "json"))).toBe(false);
    expect(isSmall(task(1, "svg"))).toBe(false);
  });
});
