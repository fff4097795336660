import { limits } from "#shared/protocol/limits.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { FileFault } from "../api/map-file.ts";
import { findingText, problemText } from "./problem-words.ts";
import type { Translate } from "./words.ts";

const bytesPerMegabyte = 1_048_576;

/** Why a file did not become a map: which file, what about it, and what to do. */
export function mapFileText(t: Translate, file: string, fault: FileFault | ApiProblem): string {
  switch (fault) {
    case "empty":
      return t("home.fileEmpty", { file });
    case "too-large":
      return t("home.fileTooLarge", { file, limit: Math.floor(limits.maxBodyBytes / bytesPerMegabyte) });
    case "unreadable":
      return t("home.fileUnreadable", { file });
    default:
      if (fault.code !== "unreadable-file") return problemText(t, fault);
      return [t("home.fileUnreadable", { file }), findingText(t, fault)].filter(Boolean).join(" ");
  }
}
