/** What the arguments of a map come to, and what could be better about it: pure functions of the plain map. */
export { type Explanation, explainerOf, type Ground } from "./explain.ts";
export type { Finding, LintCode, LintSeverity } from "./lint/finding.ts";
export { lintMap } from "./lint/lint-map.ts";
export { type Force, type Policy, type Standing, type Standings, standingsOf } from "./standings.ts";
export { type Strengths, strengthsOf } from "./strengths.ts";
