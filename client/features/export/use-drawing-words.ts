import { useEffect, useState } from "react";
import { englishWords } from "#shared/diagram/picture/index.ts";
import type { DrawingJob } from "#shared/formats/drawn/drawing.ts";
import { englishPageWords } from "#shared/formats/drawn/page-words.ts";
import { drawingWordsIn } from "../../pictures/index.ts";
import { localeOf } from "../../state/language.ts";
import { useLanguage } from "../../state/use-language.ts";

export type DrawingWords = Pick<DrawingJob, "words" | "pageWords" | "lang">;

const inEnglish: DrawingWords = { words: englishWords, pageWords: englishPageWords, lang: localeOf.en };

/** The words of the language shown that pictures add to those of the map; English where they cannot be fetched. */
export function useDrawingWords(): DrawingWords {
  const language = useLanguage();
  const [words, setWords] = useState(inEnglish);
  useEffect(() => {
    let isHere = true;
    drawingWordsIn(language).then(
      (found) => isHere && setWords({ ...found, lang: localeOf[language] }),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [language]);
  return words;
}
