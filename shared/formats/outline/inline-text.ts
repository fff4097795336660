import { isWebAddress } from "#shared/lib/web-address.ts";

/** A link as it stood in a text. */
export type InlineLink = Readonly<{ title: string; url: string }>;

/** Words without their Markdown, and the links that stood among them. */
export type InlineText = Readonly<{ text: string; links: readonly InlineLink[] }>;

/** Emphasis inside emphasis is followed this deep; what lies deeper keeps its signs. */
const maxNesting = 4;

/**
 * What Markdown marks inside a line: an escaped sign, code, an image or link, an address in angle brackets, emphasis.
 * Each alternative stops at its own closing sign, so that the time grows with the length of the text only.
 */
const inline =
  /\\([!-/:-@[-`{-~])|`([^`\n]+)`|!?\[((?:\\.|[^[\]\\])*)\]\(<?((?:[^()<>\s]|\([^()<>\s]*\))+)>?(?:\s+"[^"]*")?\)|<(https?:\/\/[^<>\s]+)>|\*\*\*(?=\S)([^*]+)(?<=\S)\*\*\*|\*\*(?=\S)([^*]+)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_]+)(?<=\S)__(?!\w)|~~(?=\S)([^~]+)(?<=\S)~~|\*(?=\S)([^*]+)(?<=\S)\*|(?<!\w)_(?=\S)([^_]+)(?<=\S)_(?!\w)/gu;

/** Alternatives at the end of `inline`, each with its words. */
const emphases = 6;

/** Takes Markdown down to its words. A link leaves its title, or what `wordsOf` makes of it. */
export function reduceInline(marked: string, wordsOf: (link: InlineLink) => string): InlineText {
  // Most texts have none of its signs.
  if (!/[\\`*_~[<]/u.test(marked)) return { text: marked, links: [] };
  const links: InlineLink[] = [];
  const reduce = (part: string, depth: number): string =>
    depth > maxNesting
      ? part
      : part.replace(inline, (...found: readonly (string | undefined)[]) => {
          const [whole = "", escaped, code, title, url, address, ...emphasised] = found;
          if (escaped !== undefined) return escaped;
          if (code !== undefined) return code;
          if (url !== undefined || address !== undefined) {
            const shown = title === undefined ? "" : reduce(title, depth + 1).trim();
            const link: InlineLink = { title: shown, url: url ?? address ?? "" };
            if (!isWebAddress(link.url)) return shown === "" ? link.url : shown;
            links.push(link);
            return wordsOf(link);
          }
          const inner = emphasised.slice(0, emphases).find((words) => words !== undefined);
          return inner === undefined ? whole : reduce(inner, depth + 1);
        });
  return { text: reduce(marked, 0), links };
}

/** The same words with every sign escaped that Markdown could take for its own. */
export function escapeInline(words: string): string {
  return words.replace(/[\\`*_~[\]<>]/gu, "\\$&");
}

/** One line with every sign escaped that begins or means something in Markdown or HTML. */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_~[\]<>&|$]/gu, "\\$&")
    .replace(/^(\s*)(?=[#+\-=:])/u, "$1\\")
    .replace(/^(\s*\d{1,9})(?=[.)])/u, "$1\\");
}
