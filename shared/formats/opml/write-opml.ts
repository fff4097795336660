import { type PlainMap, resolveMap } from "#shared/model/index.ts";
import { writeOutline } from "../outline/index.ts";
import { escapeXmlText, xmlAttributes } from "../xml/index.ts";

/** One item of an outline: how deep it stands, and its lines with their sign. */
type Item = { readonly depth: number; text: string };

const columnsPerLevel = 2;
const itemLine = /^( *)([*+-]) (.*)$/u;

/** What shows of the map as the outline of it, item by item; `+` and `-` before an item say how it speaks. */
export function writeOpml(whole: PlainMap): string {
  const map = resolveMap(whole);
  const items = itemsOf(writeOutline(map));
  const lines = items.flatMap(({ depth, text }, index): readonly string[] => {
    const next = items[index + 1]?.depth ?? 0;
    const tag = `${indentOf(depth)}<outline${xmlAttributes({ text })}`;
    if (next > depth) return [`${tag}>`];
    const closed = Array.from({ length: depth - next }, (_, n) => `${indentOf(depth - 1 - n)}</outline>`);
    return [`${tag}/>`, ...closed];
  });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head>",
    `    <title>${escapeXmlText(map.meta.title)}</title>`,
    "  </head>",
    "  <body>",
    ...lines,
    "  </body>",
    "</opml>",
  ].join("\n")}\n`;
}

function itemsOf(outline: string): readonly Item[] {
  const items: Item[] = [];
  for (const line of outline.replace(/\n$/u, "").split("\n")) {
    const [, indent = "", sign = "", words = ""] = itemLine.exec(line) ?? [];
    const last = items.at(-1);
    if (sign !== "") {
      items.push({ depth: indent.length / columnsPerLevel, text: sign === "*" ? words : `${sign} ${words}` });
    } else if (last) last.text += `\n${line.slice((last.depth + 1) * columnsPerLevel)}`;
    else if (line !== "") items.push({ depth: 0, text: line });
  }
  return items;
}

function indentOf(depth: number): string {
  return " ".repeat((depth + 2) * columnsPerLevel);
}
