import { readJson, writeJson } from "#shared/formats/json/index.ts";
import { writeOutline } from "#shared/formats/outline/index.ts";
import type { PlainMap } from "#shared/model/index.ts";

/** What lies on the clipboard, by the names that browsers have for it; empty where there is none. */
export type Clipping = Readonly<{ text: string; html: string }>;

/** The attribute that carries the cards as they are, through programs that keep HTML as they find it. */
const dataName = "data-counterpoint-map";
/** Code units; far above what a full map takes. */
const maxClippingChars = 24_000_000;

/**
 * Cards for the clipboard: as an indented list for every program, and as HTML that shows the same list and holds the
 * cards whole for another map.
 */
export function writeClipping(map: PlainMap): Clipping {
  const text = writeOutline(map);
  return { text, html: `<div ${dataName}="${escaped(writeJson(map))}">${listOf(text)}</div>` };
}

/** The cards in a clipping of ours, or undefined where it comes from elsewhere or is not whole. */
export function readClipping({ html }: Clipping): PlainMap | undefined {
  if (html.length > maxClippingChars || !html.includes(`${dataName}=`)) return undefined;
  // A document made this way runs no script and fetches nothing.
  const json = new DOMParser()
    .parseFromString(html, "text/html")
    .querySelector(`[${dataName}]`)
    ?.getAttribute(dataName);
  if (!json) return undefined;
  const { map, diagnostics } = readJson(json);
  return diagnostics.some(({ severity }) => severity === "error") ? undefined : map;
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
