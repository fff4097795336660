import { emptyMap } from "#shared/model/index.ts";
import { cutToTitle, Findings, inputFault, MapBuilder } from "../building/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { readOutline } from "../outline/index.ts";
import { readXml, type XmlElement } from "../xml/index.ts";

/** Items deeper than an outline may be need not stand any further in. */
const maxDepth = 100;
const formatting = /<\/?(?:b|i|u|em|strong|small|span|p|div|code|font)(?:\s[^<>]{0,500})?>/giu;

/**
 * Reads OPML as the outline that it is: what stands under a question answers it, under a claim speaks for it or, by
 * the words it begins with, against it. Rules: docs/spec/outline.md.
 */
export function readOpml(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "OPML");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("OPML");
  const root = readXml(text, findings);
  if (root && root.name !== "opml") {
    const message = `This is no OPML: it begins with <${root.name}>.`;
    findings.fail("NOT_OPML", message, { line: root.line, column: root.column });
  }
  if (!root || findings.hasFailed) return new MapBuilder(options, findings).finish("");
  const { lines, lineNumbers } = outlineOf(root);
  const { map, diagnostics } = readOutline(lines.join("\n"), options);
  const inPlace = diagnostics.map(
    (found): Diagnostic =>
      found.line === undefined ? found : { ...found, line: lineNumbers[found.line - 1] ?? found.line },
  );
  const title = cutToTitle(titleOf(root));
  const isWhole = !diagnostics.some(({ severity }) => severity === "error");
  return {
    map: isWhole && title !== "" ? { ...map, meta: { ...map.meta, title } } : map,
    diagnostics: inPlace,
  };
}

/** The outline as text, and for each of its lines the line of the file that it is from. */
function outlineOf(root: XmlElement): Readonly<{ lines: readonly string[]; lineNumbers: readonly number[] }> {
  const lines: string[] = [];
  const lineNumbers: number[] = [];
  const body = root.children.find(({ name }) => name === "body");
  const waiting: [element: XmlElement, depth: number][] = [];
  const push = ({ children }: XmlElement, depth: number): void => {
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child?.name === "outline") waiting.push([child, depth]);
    }
  };
  if (body) push(body, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, depth] = next;
    const indent = "  ".repeat(Math.min(depth, maxDepth));
    const [first = "", ...others] = wordsOf(element).split(/\r\n|[\r\n]/u);
    const mark = /^[+-] /u.test(first) ? "" : "* ";
    const item = [
      `${indent}${mark}${first}`,
      ...others.map((line) => (line === "" ? "" : `${indent}  ${line}`)),
    ];
    for (const line of item) {
      lines.push(line);
      lineNumbers.push(element.line);
    }
    push(element, depth + 1);
  }
  return { lines, lineNumbers };
}

/** What an item says: its text and note, or a link of that title. */
function wordsOf({ attributes }: XmlElement): string {
  const { text = "", title = "", url, htmlUrl, xmlUrl, _note: note = "" } = attributes;
  const words = (text || title).replace(formatting, "").trimStart();
  const link = url ?? htmlUrl ?? xmlUrl ?? "";
  const linked =
    /^https?:\/\/[^\s()<>]+$/iu.test(link) && !words.includes(link)
      ? `[${words.replace(/[\\[\]\n]/gu, " ").trim() || link}](${link})`
      : words;
  return note.trim() === "" ? linked : `${linked}\n\n${note.trim()}`;
}

function titleOf(root: XmlElement): string {
  const head = root.children.find(({ name }) => name === "head");
  return head?.children.find(({ name }) => name === "title")?.text ?? "";
}
