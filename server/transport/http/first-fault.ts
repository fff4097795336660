import type { z } from "@hono/zod-openapi";

type Issue = z.core.$ZodIssue;

/** What is wrong with a request, and where. Of what may be one of several shapes, that of the shape it comes closest to. */
export function firstFault(issues: readonly Issue[]): Readonly<{ where: string; what: string }> {
  const [issue] = issues;
  const { path, message } = issue ? told(issue) : { path: [], message: "it is not understood" };
  return { where: path.join("."), what: message.replace(/\.$/u, "") };
}

function told(issue: Issue): Pick<Issue, "path" | "message"> {
  if (issue.code !== "invalid_union") return issue;
  const [closest] = issue.errors.toSorted((a, b) => missing(a) - missing(b) || depth(b) - depth(a));
  const [within] = closest ?? [];
  if (!within) return issue;
  const { path, message } = told(within);
  return { path: [...issue.path, ...path], message };
}

/** Fields that are not there at all: the more, the less the shape was meant. */
function missing(issues: readonly Issue[]): number {
  return issues.filter(({ code, message }) => code === "invalid_type" && message.endsWith("undefined"))
    .length;
}

/** How far into the shape one gets before something is wrong. */
function depth(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}
