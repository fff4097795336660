/** Elements that begin a line of their own. */
const blocks = "p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, div, tr, dt, dd";
/** Nothing in there is text that anybody sees. */
const unseen = "script, style, template, title, head, noscript, svg";
/** Deeper nesting than any outline has; what is below it is passed over. */
const maxDepth = 200;

/**
 * The lists and headings of a piece of HTML as an outline with marks: programs that copy lists often leave their plain
 * text without indents. Undefined where it has neither, so that the plain text says as much.
 */
export function outlineOfHtml(html: string): string | undefined {
  if (!/<(?:li|h[1-6])[\s>]/iu.test(html)) return undefined;
  // A document made this way runs no script and fetches nothing.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const loose = [...body.childNodes].flatMap((node) => (node instanceof Text ? node.data.trim() : []));
  const writing: Writing = {
    lines: loose.some(Boolean) ? [loose.join(" ").trim(), ""] : [],
    awaitsWords: false,
  };
  walk(body, 0, 0, writing);
  const outline = writing.lines.join("\n");
  return outline.trim() === "" ? undefined : outline;
}

/** `awaitsWords`: an item has begun whose words come in a block inside it. */
type Writing = { readonly lines: string[]; awaitsWords: boolean };

function walk(parent: Element, level: number, depth: number, writing: Writing): void {
  if (depth > maxDepth) return;
  for (const child of parent.children) {
    if (child.matches(unseen)) continue;
    const isList = child.matches("ul, ol");
    if (child.matches(blocks) || (level === 0 && !isList && !child.querySelector(`${blocks}, ul, ol`))) {
      const words = ownWords(child);
      if (words !== "") writing.lines.push(...lineOf(child, level, words, writing.awaitsWords));
      if (words !== "") writing.awaitsWords = false;
      else if (child.matches("li")) writing.awaitsWords = true;
    }
    walk(child, isList ? level + 1 : level, depth + 1, writing);
  }
}

function lineOf(element: Element, level: number, words: string, beginsItem: boolean): readonly string[] {
  const heading = /^H([1-6])$/u.exec(element.tagName)?.[1];
  if (heading && level === 0) return ["", `${"#".repeat(Number(heading))} ${words}`, ""];
  // What stands in an item without being one goes on with it.
  const mark = beginsItem || element.matches("li") ? "- " : "  ";
  if (level > 0) return [`${"  ".repeat(level - 1)}${mark}${words}`];
  return ["", element.matches("blockquote") ? `> ${words}` : words, ""];
}

/** The words of an element without those of the blocks and lists inside it. */
function ownWords(element: Element): string {
  let words = "";
  const collect = (node: Node, depth: number): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) words += child.data.replace(/[\\`*_~[\]<>]/gu, "\\$&");
      else if (
        child instanceof Element &&
        depth <= maxDepth &&
        !child.matches(`${blocks}, ul, ol, ${unseen}`)
      ) {
        const address = child.matches("a") ? (child.getAttribute("href") ?? "") : "";
        const start = words.length;
        if (child.matches("br")) words += " ";
        collect(child, depth + 1);
        const title = words.slice(start).trim();
        if (/^https?:\/\/[^\s()<>]+$/iu.test(address) && title !== "") {
          words = `${words.slice(0, start)}[${title}](${address})`;
        }
      }
    }
  };
  collect(element, 0);
  return words.replace(/\s+/gu, " ").trim();
}
