import { type FormatInfo, type FormatName, formatInfos } from "./format-infos.ts";

/** Formats tell themselves by their beginning, but for JSON, whose keys may stand in any order. */
const headChars = 65_536;

type Looks = Readonly<{ head: string; text: string }>;
type Test = (looks: Looks) => boolean;

/** What a text of a format has that others have not; the surest first. */
const signs: Readonly<Partial<Record<FormatName, Test>>> = {
  json: ({ head, text }) => isJson(head) && /"format"\s*:\s*"counterpoint"/.test(text),
};

/** What any text is taken for that nothing else knows. */
const lastResort: FormatName = "outline";

/**
 * The format that a file is most likely in, by its name and what stands in it; `undefined` where no reader would take
 * it. An empty name is that of text that was pasted. A name alone decides where its ending belongs to one format.
 */
export function guessFormat(fileName: string, text: string): FormatName | undefined {
  const readable = formatInfos.filter(({ canRead }) => canRead);
  const named = readable.filter((info) => hasEndingOf(fileName, info));
  const looks: Looks = { head: text.slice(0, headChars).replace(/^\uFEFF/, ""), text };
  const looksLike = ({ name }: FormatInfo): boolean => signs[name]?.(looks) ?? false;
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0 && signs[only.name] === undefined) return only.name;
  const found = named.find(looksLike) ?? readable.find(looksLike) ?? only;
  if (found !== undefined) return found.name;
  return isText(looks.head) && !isJson(looks.head) ? lastResort : undefined;
}

/** The format that a file of this name is to be written in, by its ending. */
export function formatForName(fileName: string): FormatInfo | undefined {
  return formatInfos.find((info) => info.canWrite && hasEndingOf(fileName, info));
}

function hasEndingOf(fileName: string, { extensions }: FormatInfo): boolean {
  const name = fileName.toLowerCase();
  return extensions.some((extension) => name.endsWith(`.${extension}`));
}

function isJson(head: string): boolean {
  return /^\s*[[{]/.test(head);
}

/** Pictures and archives have zero bytes early on. */
function isText(head: string): boolean {
  return head.trim() !== "" && !head.includes("\0");
}
