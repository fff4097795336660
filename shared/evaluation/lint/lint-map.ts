import type { PlainMap } from "#shared/model/index.ts";
import { relationsOf } from "../relations.ts";
import { type Policy, standingsIn } from "../standings.ts";
import { type Finding, findingOf, type LintCode, lintRules, type Remark } from "./finding.ts";
import { foundationRemarks, passageRemarks } from "./foundations.ts";
import { repetitionRemarks } from "./repetition.ts";
import { cardRemarks, circleRemarks, conflictRemarks, stepRemarks } from "./structure.ts";
import { wordingRemarks } from "./wording.ts";

/** What could be better about a map: the gravest rules first, within one the oldest cards first. Nearly linear in the map. */
export function lintMap(map: PlainMap, policy: Policy = "strict"): readonly Finding[] {
  const relations = relationsOf(map);
  const remarks: readonly Remark[] = [
    ...cardRemarks(relations),
    ...stepRemarks(relations, standingsIn(relations, policy)),
    ...circleRemarks(relations),
    ...conflictRemarks(relations),
    ...foundationRemarks(relations),
    ...passageRemarks(relations),
    ...repetitionRemarks(map),
    ...wordingRemarks(map),
  ];
  const byCode = new Map<LintCode, Remark[]>(codes.map((code) => [code, []]));
  for (const remark of remarks) byCode.get(remark.code)?.push(remark);
  return codes.flatMap((code) => (byCode.get(code) ?? []).map((remark) => findingOf(remark, map)));
}

const codes = Object.keys(lintRules) as readonly LintCode[];
