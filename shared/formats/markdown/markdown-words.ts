import type { ExportLanguage } from "../export-options.ts";
import { type CueWords, englishCues } from "../outline/index.ts";

/** The words that Markdown adds to those of a map; the reader of outlines knows the cues among them in both languages. */
export type MarkdownWords = Readonly<{
  cues: CueWords;
  because: string;
  but: string;
  linked: string;
  undercut: string;
  backing: string;
  exclusions: string;
  sources: string;
}>;

export const markdownWordsOf: Readonly<Record<ExportLanguage, MarkdownWords>> = {
  en: {
    cues: englishCues,
    because: "**Because:** ",
    but: "**But:** ",
    linked: "**Together with:** ",
    undercut: "**Undercut:** ",
    backing: "**Backing:** ",
    exclusions: "Exclude each other",
    sources: "Sources",
  },
  zh: {
    cues: { kinds: { question: "问题：", claim: "主张：", evidence: "证据：" }, see: "见：" },
    because: "**因为：** ",
    but: "**但是：** ",
    linked: "**连同：** ",
    undercut: "**质疑这一步：** ",
    backing: "**支撑这一步：** ",
    exclusions: "互相排斥",
    sources: "来源",
  },
};
