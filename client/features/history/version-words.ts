import type { VersionSummary } from "#shared/protocol/versions.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { formatDay, formatTime } from "../../words/format-day.ts";
import { problemText } from "../../words/problem-words.ts";
import type { Translate } from "../../words/words.ts";

/** What a version is called: as somebody named it, else why it was kept. */
export function nameOfVersion(t: Translate, { name, kind }: VersionSummary): string {
  return kind === "named" ? name : t(`history.kind.${kind}`);
}

/** When a version was kept: "today, 14:05". */
export function whenOfVersion(locale: string, { at }: VersionSummary, now: number): string {
  return `${formatDay(locale, at, now)}, ${formatTime(locale, at)}`;
}

/** Why something about a version could not be done. */
export function versionProblemText(t: Translate, problem: ApiProblem): string {
  return problem.code === "not-found" ? t("history.gone") : problemText(t, problem);
}
