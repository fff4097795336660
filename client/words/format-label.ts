import { type FormatName, infoOf } from "#shared/formats/registry.ts";
import { formats } from "./en/formats.ts";
import type { TranslateIn } from "./words.ts";

/** What a format is called: most have names, which are the same in every language. */
export function formatLabel(tell: TranslateIn<typeof formats>, name: FormatName): string {
  const id = `format.${name}`;
  return isWord(id) ? tell(id) : infoOf(name).label;
}

/** What was found in a file, by its code; undefined where there are no words for it, and its sentence has to do. */
export function findingText(tell: TranslateIn<typeof formats>, code: string): string | undefined {
  const own = `finding.${code}`;
  if (isWord(own)) return tell(own);
  // Formats go before what they have in common: OPML_TOO_DEEP, and JSON_RULE_M7 for each rule.
  const what = code.slice(code.indexOf("_") + 1);
  const id = `finding.${what.startsWith("RULE_") ? "RULE" : what}`;
  return isWord(id) ? tell(id) : undefined;
}

function isWord(id: string): id is keyof typeof formats {
  return Object.hasOwn(formats, id);
}
