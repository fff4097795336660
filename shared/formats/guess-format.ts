import { type FormatInfo, type FormatName, formatInfos } from "./format-infos.ts";

/** Formats tell themselves by their beginning, but for JSON, whose keys may stand in any order. */
const headChars = 65_536;

type Looks = Readonly<{ head: string; text: string }>;
type Test = (looks: Looks) => boolean;

/** What a text of a format has that those of others have not. */
const signs: Readonly<Partial<Record<FormatName, Test>>> = {
  kialo: ({ head }) => /^\s*Discussion (?:Title|Name):/.test(head),
  json: (looks) => hasKey(looks, "format", '"counterpoint"') && !isGraph(looks) && !isMindMup(looks),
  aif: (looks) => isGraph(looks) && !hasKey(looks, "AIF"),
  xaif: (looks) => isGraph(looks) && hasKey(looks, "AIF"),
  graphml: (looks) => isXml(looks.head) && /<(?:\w{1,40}:)?graphml[\s>]/.test(looks.head),
  mermaid: ({ head }) => /^[ \t]*(?:flowchart|graph)[ \t]+(?:TB|TD|BT|RL|LR)\b/m.test(head),
  csv: ({ head }) => /^"?type"?,"?id"?,/i.test(head),
};

/** What any text is taken for that nothing else knows. */
const lastResort: FormatName = "outline";

/**
 * The format that a file is most likely in, by its name and what stands in it; `undefined` where no reader would take
 * it. An empty name is that of text that was pasted.
 */
export function guessFormat(fileName: string, text: string): FormatName | undefined {
  const readable = formatInfos.filter(({ canRead }) => canRead);
  const named = namedLike(fileName, readable);
  const looks: Looks = { head: text.slice(0, headChars).replace(/^\uFEFF/, ""), text };
  const looksLike = ({ name }: FormatInfo): boolean => signs[name]?.(looks) ?? false;
  const [first] = named;
  // An ending such as .md says enough of a format that has no sign of its own; .txt does not.
  const isSure = first !== undefined && first.name !== lastResort && signs[first.name] === undefined;
  const found = named.find(looksLike) ?? (isSure ? first : (readable.find(looksLike) ?? first));
  if (found !== undefined) return found.name;
  return isText(looks.head) && !isJson(looks.head) ? lastResort : undefined;
}

/** The format that a file of this name is to be written in, by its ending. */
export function formatForName(fileName: string): FormatInfo | undefined {
  return namedLike(
    fileName,
    formatInfos.filter(({ canWrite }) => canWrite),
  )[0];
}

/** Those of the formats that files of this name are in, the surest first: `.aif.json` says more than `.json`. */
function namedLike(fileName: string, infos: readonly FormatInfo[]): readonly FormatInfo[] {
  const name = fileName.toLowerCase();
  const lengthOf = ({ extensions }: FormatInfo): number =>
    Math.max(0, ...extensions.map((extension) => (name.endsWith(`.${extension}`) ? extension.length : 0)));
  return infos.filter((info) => lengthOf(info) > 0).sort((a, b) => lengthOf(b) - lengthOf(a));
}

/** Whether a JSON text has this key somewhere, with this value where one is given. */
function hasKey({ head, text }: Looks, key: string, value = ""): boolean {
  return isJson(head) && new RegExp(`"${key}"\\s*:\\s*${value}`).test(text);
}

function isGraph(looks: Looks): boolean {
  return hasKey(looks, "nodeID") || hasKey(looks, "AIF");
}

/** A mind map may hold our own file as text, or the other way round; its keys are no text. */
function isMindMup(looks: Looks): boolean {
  return hasKey(looks, "formatVersion") && hasKey(looks, "ideas", "\\{");
}

function isXml(head: string): boolean {
  return /^\s*</.test(head);
}

function isJson(head: string): boolean {
  return /^\s*[[{]/.test(head);
}

/** Pictures and archives have zero bytes early on. */
function isText(head: string): boolean {
  return head.trim() !== "" && !head.includes("\0");
}
