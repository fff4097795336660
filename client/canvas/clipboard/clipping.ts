import { writeJson } from "#shared/formats/json/index.ts";
import { writeOutline } from "#shared/formats/outline/index.ts";
import type { PlainMap } from "#shared/model/index.ts";

/** What lies on the clipboard, by the names that browsers have for it; empty where there is none. */
export type Clipping = Readonly<{ text: string; html: string }>;

/** The attribute that carries the cards as they are, through programs that keep HTML as they find it. */
export const dataName = "data-counterpoint-map";

/**
 * Cards for the clipboard: as an indented list for every program, and as HTML that shows the same list and holds the
 * cards whole for another map.
 */
export function writeClipping(map: PlainMap): Clipping {
  const text = writeOutline(map);
  return { text, html: `<div ${dataName}="${escaped(writeJson(map))}">${listOf(text)}</div>` };
}

/** The outline's lines as nested lists, so that word processors nest them, too. */
function listOf(outline: string): string {
  let html = "";
  let depth = 0;
  for (const line of outline.split("\n")) {
    const [, indent = "", sign, words = ""] = /^( *)([*+-]) (.*)$/u.exec(line) ?? [];
    if (sign === undefined) {
      html += line.trim() === "" ? "" : `<br>${escaped(line.trim())}`;
      continue;
    }
    const level = indent.length / 2 + 1;
    for (; depth < level; depth += 1) html += "<ul>";
    for (; depth > level; depth -= 1) html += "</ul>";
    html += `<li>${sign === "*" ? "" : `${sign} `}${escaped(words)}`;
  }
  return html + "</ul>".repeat(depth);
}

function escaped(words: string): string {
  return words.replace(/&/gu, "&amp;").replace(/"/gu, "&quot;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
