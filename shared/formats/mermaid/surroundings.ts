/** A flowchart and what it is called. */
export type Flowchart = Readonly<{ body: string; title: string }>;

const fence = /^[ \t]*(?:```|~~~)[ \t]*mermaid\b[^\n]*$/mu;
const fenceEnd = /^[ \t]*(?:```|~~~)[ \t]*$/mu;
const frontmatter = /^\s*---[ \t]*\n/u;
const frontmatterEnd = /^---[ \t]*$/mu;

/** The flowchart alone; what stands around it leaves empty lines, so that places in it stay what they are. */
export function withoutSurroundings(text: string): Flowchart {
  const inner = withoutFence(text);
  const begin = frontmatter.exec(inner)?.[0].length;
  const length = begin === undefined ? -1 : inner.slice(begin).search(frontmatterEnd);
  if (begin === undefined || length === -1) return { body: withoutDirectives(inner), title: "" };
  const end = begin + length;
  const head = inner.slice(0, end);
  const rest = inner.slice(end).replace(/^---/u, "   ");
  return { body: withoutDirectives(emptied(head) + rest), title: titleIn(inner.slice(begin, end)) };
}

function withoutFence(text: string): string {
  const open = fence.exec(text);
  if (!open) return text;
  const begin = open.index + open[0].length;
  const rest = text.slice(begin);
  const end = rest.search(fenceEnd);
  return emptied(text.slice(0, begin)) + (end === -1 ? rest : rest.slice(0, end));
}

/** Directives may run over lines. */
function withoutDirectives(text: string): string {
  if (!text.includes("%%{")) return text;
  let left = "";
  let at = 0;
  for (let open = text.indexOf("%%{"); open !== -1; open = text.indexOf("%%{", at)) {
    const end = text.indexOf("}%%", open);
    if (end === -1) break;
    left += text.slice(at, open) + emptied(text.slice(open, end + 3));
    at = end + 3;
  }
  return left + text.slice(at);
}

function emptied(words: string): string {
  return words.replace(/[^\n]/gu, " ");
}

function titleIn(yaml: string): string {
  const said = /^title:[ \t]*(.*)$/mu.exec(yaml)?.[1]?.trim() ?? "";
  if (said.startsWith('"')) {
    try {
      const words: unknown = JSON.parse(said);
      if (typeof words === "string") return words;
    } catch {
      // YAML knows escapes that JSON does not; the words then stay as they stand
    }
  }
  return said.replace(/^(["'])(.*)\1$/u, "$2");
}
