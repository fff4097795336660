import { type FormatInfo, type FormatName, formatInfos } from "./format-infos.ts";

/** Formats tell themselves by their beginning, but for JSON, whose keys may stand in any order. */
const headChars = 65_536;

type Looks = Readonly<{ head: string; text: string }>;
type Test = (looks: Looks) => boolean;

/** A statement or an argument with its title, or a relation to one; `[a]: https://…` is Markdown for a link. */
const argdownLine =
  /^(?:\[[^\]\n]{1,300}\]:(?!\s*https?:)|<[^>\n]{1,300}>:|[ \t]{1,40}(?:<?[-+_]|[-+_]>|><)[ \t]{1,40}(?:\[[^\]\n]{1,300}\]|<[^>\n]{1,300}>))(?=[\s:]|$)/m;

/** What a text of a format has that those of others have not. */
const signs: Readonly<Partial<Record<FormatName, Test>>> = {
  argdown: ({ head }) => isArgdown(head),
  kialo: ({ head }) => /^\s*Discussion (?:Title|Name):/.test(head),
  json: (looks) => hasKey(looks, "format", '"counterpoint"') && !isGraph(looks) && !isMindMup(looks),
  aif: (looks) => isGraph(looks) && !hasKey(looks, "AIF"),
  xaif: (looks) => isGraph(looks) && hasKey(looks, "AIF"),
  graphml: (looks) => isXml(looks.head) && /<(?:\w{1,40}:)?graphml[\s>]/.test(looks.head),
  mermaid: ({ head }) => /^[ \t]*(?:flowchart|graph)[ \t]+(?:TB|TD|BT|RL|LR)\b/m.test(head),
  csv: ({ head }) => /^"?type"?,"?id"?,/i.test(head),
  mindmup: isMindMup,
  opml: (looks) => isXml(looks.head) && /<opml[\s>]/.test(looks.head),
  "csl-json": ({ head }) =>
    /^\s*\[\s*\{/.test(head) && /"(?:issued|container-title|author|DOI|URL)"\s*:/.test(head),
  bibtex: ({ head }) =>
    /^[ \t]*@(?:article|book|comment|collection|conference|dataset|electronic|in\w{1,40}|manual|mastersthesis|misc|mv\w{1,40}|online|patent|phdthesis|proceedings|report|software|string|techreport|thesis|unpublished)\s*[{(]/im.test(
      head,
    ),
};

/** What any text is taken for that nothing else knows. */
const lastResort: FormatName = "outline";

/**
 * The format that a file is most likely in, by its name and what stands in it; `undefined` where no reader would take
 * it. An empty name is that of text that was pasted. An ending that belongs to one format decides.
 */
export function guessFormat(fileName: string, text: string): FormatName | undefined {
  const readable = formatInfos.filter(({ canRead }) => canRead);
  const named = namedLike(fileName, readable);
  const [first, ...others] = named;
  if (first !== undefined && others.length === 0) return first.name;
  const looks: Looks = { head: text.slice(0, headChars).replace(/^\uFEFF/, ""), text };
  const looksLike = ({ name }: FormatInfo): boolean => signs[name]?.(looks) ?? false;
  const found = named.find(looksLike) ?? readable.find(looksLike) ?? first;
  if (found !== undefined) return found.name;
  return isPlainText(looks.head) ? lastResort : undefined;
}

/** The format that a file of this name is to be written in, by its ending. */
export function formatForName(fileName: string): FormatInfo | undefined {
  return namedLike(
    fileName,
    formatInfos.filter(({ canWrite }) => canWrite),
  )[0];
}

/** Those of the formats whose files end like this one: by `.aif.json` where there is such an ending, else by `.json`. */
function namedLike(fileName: string, infos: readonly FormatInfo[]): readonly FormatInfo[] {
  const name = fileName.toLowerCase();
  const endings = infos.flatMap(({ extensions }) => extensions);
  const fitting = endings.filter((ending) => name.endsWith(`.${ending}`));
  const [longest] = fitting.sort((a, b) => b.length - a.length);
  return longest === undefined ? [] : infos.filter(({ extensions }) => extensions.includes(longest));
}

/** Whether a JSON text has this key somewhere, with this value where one is given. */
function hasKey({ head, text }: Looks, key: string, value = ""): boolean {
  return isJson(head) && new RegExp(`"${key}"\\s*:\\s*${value}`).test(text);
}

function isGraph(looks: Looks): boolean {
  return hasKey(looks, "nodeID") || hasKey(looks, "AIF");
}

/** Argdown's front matter, or a line that only Argdown has. */
function isArgdown(head: string): boolean {
  return !isJson(head) && (/^\s*={3,}[ \t]*\r?\n/.test(head) || argdownLine.test(head));
}

/** A mind map may hold our own file as text, or the other way round; its keys are no text. */
function isMindMup(looks: Looks): boolean {
  return hasKey(looks, "formatVersion") && hasKey(looks, "ideas", "\\{");
}

function isXml(head: string): boolean {
  return /^\s*</.test(head);
}

/** Our own and others' files are an object, or a list of them; a bracket alone may begin Argdown. */
function isJson(head: string): boolean {
  return /^\s*(?:\{|\[\s*\{)/.test(head);
}

/** Not of a program: pictures and archives have zero bytes early on, and pages, pictures and data begin with their mark. */
function isPlainText(head: string): boolean {
  return (
    head.trim() !== "" &&
    !head.includes("\0") &&
    !isJson(head) &&
    !/^(?:%PDF-|\s*<(?:\?xml|!doctype|html|svg|graphml|opml)\b)/i.test(head)
  );
}
