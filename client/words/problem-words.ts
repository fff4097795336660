import { unreachable as unreachableCase } from "#shared/lib/assert.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { Translate, WordId } from "./words.ts";

/** What went wrong and what to do, in a sentence; then the first thing the server found in the file, if it did. */
export function problemText(t: Translate, problem: ApiProblem): string {
  const sentence = t(wordOf(problem.code));
  const finding = findingText(t, problem);
  return finding ? `${sentence} ${finding}` : sentence;
}

/** The first finding with its place, as far as it is known. */
export function findingText(t: Translate, problem: Pick<ApiProblem, "diagnostics">): string {
  const [first] = problem.diagnostics;
  if (!first) return "";
  return first.line === undefined
    ? first.message
    : t("problem.line", { line: first.line, message: first.message });
}

type PlainWordId = Extract<WordId, `problem.${string}`> & Exclude<WordId, "problem.line">;

function wordOf(code: ApiProblem["code"]): PlainWordId {
  switch (code) {
    case "unreachable":
    case "unavailable":
      return "problem.unreachable";
    case "unreadable-file":
    case "unknown-format":
      return "problem.unreadable";
    case "unauthenticated":
    case "wrong-secret":
      return "problem.wrongSecret";
    case "sign-in-needed":
      return "problem.signIn";
    case "forbidden":
      return "problem.forbidden";
    case "not-found":
      return "problem.mapGone";
    case "deleted":
      return "problem.mapDeleted";
    case "conflict":
      return "problem.conflict";
    case "too-many-versions":
      return "problem.manyVersions";
    case "too-large":
      return "problem.tooLarge";
    case "too-many-requests":
      return "problem.busy";
    case "storage-full":
      return "problem.full";
    case "bad-request":
    case "internal":
      return "problem.internal";
    default:
      return unreachableCase(code);
  }
}
