import { englishWords } from "#shared/diagram/picture/index.ts";
import { unreachable } from "#shared/lib/assert.ts";
import type { ExportLanguage } from "../export-options.ts";
import type { DrawingJob } from "./drawing.ts";
import { englishPageWords } from "./page-words.ts";

/** The words that drawn files add to those of the map; rejects where code cannot be fetched. */
export async function wordsIn(
  lang: ExportLanguage,
): Promise<Pick<DrawingJob, "words" | "pageWords" | "lang">> {
  switch (lang) {
    case "en":
      return { words: englishWords, pageWords: englishPageWords, lang: "en" };
    case "zh": {
      const { chineseWords, chinesePageWords } = await import("./chinese-words.ts");
      return { words: chineseWords, pageWords: chinesePageWords, lang: "zh-CN" };
    }
    default:
      return unreachable(lang);
  }
}
