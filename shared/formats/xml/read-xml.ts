import { SaxesParser } from "saxes";
import type { Findings } from "../building/index.ts";

/** An element with what stands in it. Names are without their prefix: `y:ShapeNode` is `ShapeNode`. */
export type XmlElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** All text right inside it, that of its children left out. */
  text: string;
  /** Where its tag ends; 1-based. */
  line: number;
  column: number;
}>;

type OpenElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[] | XmlElement[];
  text: string;
  line: number;
  column: number;
};

/** Nobody nests this deep; each open element costs memory twice, here and in the parser. */
const maxDepth = 1_000;
/** A map at its limit, as the most talkative format writes it, has fewer; each takes some 200 bytes. */
const maxElements = 1_000_000;
/** The parser cannot be stopped inside of a piece. */
const pieceChars = 65_536;
const none: readonly XmlElement[] = [];

/**
 * Reads XML into its root element, or finds fault with it and gives nothing. Entities are the five of XML and numbers:
 * what a file declares itself is never looked at, so that nothing expands and nothing is fetched.
 */
export function readXml(text: string, findings: Findings): XmlElement | undefined {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let count = 0;
  const fail = (what: string, message: string): void =>
    findings.fail(what, message, { line: parser.line, column: parser.columnIndex });

  parser.on("opentag", ({ name, attributes }) => {
    if (findings.hasFailed) return;
    count += 1;
    if (open.length === maxDepth) fail("TOO_DEEP", `Elements are nested more than ${maxDepth} deep here.`);
    if (count > maxElements)
      fail("TOO_LARGE", `A file may have ${maxElements} elements; this one has more. Take it in parts.`);
    const { line, columnIndex } = parser;
    const element: OpenElement = {
      name: localName(name),
      attributes,
      children: none,
      text: "",
      line,
      column: columnIndex,
    };
    const parent = open.at(-1);
    if (parent) add(parent, element);
    else root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (words: string): void => {
    const element = open.at(-1);
    if (element) element.text += words;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("error", ({ message }) => {
    fail("SYNTAX", `This is not well-formed XML: ${message.replace(/^[\d:]+\s*/, "")}`);
  });

  try {
    for (let at = 0; at < text.length && !findings.hasFailed; at += pieceChars)
      parser.write(text.slice(at, at + pieceChars));
    if (!findings.hasFailed) parser.close();
  } catch {
    // The parser trips over half a character at the very end, within what is no element.
    fail("SYNTAX", "This is not well-formed XML: it breaks off within a character.");
  }
  return findings.hasFailed ? undefined : root;
}

function add(parent: OpenElement, child: XmlElement): void {
  if (parent.children === none) parent.children = [child];
  else (parent.children as XmlElement[]).push(child);
}

/** The name of an element or attribute without its prefix. */
function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
