import { bareAddress } from "#shared/lib/web-address.ts";
import { type InlineLink, reduceInline } from "../outline/inline-text.ts";
import type { KialoFile } from "./kialo-lines.ts";

/** What a claim says, what it cites, and what it stands for where it only points to another. */
export type ClaimText = Readonly<{
  text: string;
  /** Addresses that stand among the words. */
  links: readonly InlineLink[];
  /** Numbers in the list of sources. */
  notes: readonly number[];
  /** The number of the claim that this one repeats. */
  sameAs: string | undefined;
  /** The discussion that this points to. */
  discussion: Readonly<{ number: string; title: string }> | undefined;
}>;

/** Reads the lines of a claim. Footnote marks go, since the claim then cites what they stand for. */
export function readClaimText(lines: readonly string[], { isNew, sources }: KialoFile): ClaimText {
  const raw = lines.join("\n").trim();
  const [, sameAs] = /^-> See (\d{1,6}(?:\.\d{1,6})*)\.?$/u.exec(raw) ?? [];
  const [, number, title = ""] = /^-> See discussion #(\d{1,12})(?::\s*([^\n]*))?$/u.exec(raw) ?? [];
  const discussion = number === undefined ? undefined : { number, title: title.trim() };
  if (!isNew) {
    const wordsOf = ({ title: shown, url }: InlineLink): string => shown || bareAddress(url);
    return { ...reduceInline(raw, wordsOf), notes: [], sameAs, discussion };
  }
  const notes = new Set<number>();
  const unmarked = raw.replace(/ ?\[(\d{1,6})\]/gu, (mark, digits) => {
    const note = Number(digits);
    if (!sources.has(note)) return mark;
    notes.add(note);
    return "";
  });
  const text = unmarked.replace(/\\([!-/:-@[-`{-~])/gu, "$1").trim();
  return { text, links: [], notes: [...notes], sameAs, discussion };
}
