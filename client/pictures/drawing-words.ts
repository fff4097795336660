import { englishWords } from "#shared/diagram/picture/index.ts";
import type { DrawingJob } from "#shared/formats/drawn/drawing.ts";
import { englishPageWords } from "#shared/formats/drawn/page-words.ts";
import type { Language } from "../state/language.ts";

type DrawingWords = Pick<DrawingJob, "words" | "pageWords">;

/** The words that drawn files add to those of the map. Rejects where the server cannot be reached. */
export async function drawingWordsIn(language: Language): Promise<DrawingWords> {
  switch (language) {
    case "en":
      return { words: englishWords, pageWords: englishPageWords };
    case "zh": {
      const { chineseWords, chinesePageWords } = await import("./chinese-words.ts");
      return { words: chineseWords, pageWords: chinesePageWords };
    }
  }
}
