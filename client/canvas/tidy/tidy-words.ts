import type { Result } from "#shared/lib/result.ts";
import { faultText } from "../../words/fault-words.ts";
import type { Translate } from "../../words/words.ts";
import type { TidyFault, TidyOutcome } from "./tidy-request.ts";

/** What to tell a person of how tidying went; nothing where all went as asked, or a newer request took over. */
export function tidyWords(t: Translate, result: Result<TidyOutcome, TidyFault>): string | undefined {
  if (result.ok) return result.value.fellBack ? t("tidy.fellBack") : undefined;
  switch (result.error.code) {
    case "superseded":
      return undefined;
    case "too-slow":
      return t("tidy.tooSlow");
    case "failed":
      return t("tidy.failed");
    case "refused":
      return faultText(t, result.error.fault);
  }
}
