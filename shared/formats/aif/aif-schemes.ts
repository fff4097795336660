import type { Scheme } from "#shared/model/index.ts";

/** What AIFdb calls the kinds of its nodes, and their numbers there. */
type AifScheme = Readonly<{ name: string; id: string }>;

export const defaultInference: AifScheme = { name: "Default Inference", id: "72" };
export const defaultConflict: AifScheme = { name: "Default Conflict", id: "71" };
export const defaultRephrase: AifScheme = { name: "Default Rephrase", id: "144" };
export const asserting: AifScheme = { name: "Asserting", id: "74" };
export const pureQuestioning: AifScheme = { name: "Pure Questioning", id: "91" };
const analysing: AifScheme = { name: "Analysing", id: "75" };

/** Our schemes by the names that AIFdb has for them; the first is written, all are read. */
const names: Readonly<Record<Exclude<Scheme, "none">, readonly [string, ...string[]]>> = {
  "expert-opinion": ["Expert Opinion"],
  "position-to-know": ["Position To Know", "Witness Testimony"],
  analogy: ["Analogy"],
  "cause-to-effect": ["Cause To Effect"],
  "correlation-to-cause": ["Correlation To Cause"],
  sign: ["Sign"],
  generalisation: ["Example", "Generalisation", "Generalization"],
  "practical-reasoning": ["Practical Reasoning"],
  consequences: ["Consequences", "Positive Consequences", "Negative Consequences"],
  values: ["Values", "Positive Values", "Negative Values"],
  classification: ["Verbal Classification", "Definition To Verbal Classification"],
  "best-explanation": ["Best Explanation", "Abductive Argument", "Inference To The Best Explanation"],
  "rule-or-precedent": ["Established Rule", "Precedent", "Rules"],
  popularity: ["Popular Opinion", "Popular Practice"],
};

/** The numbers that are known for certain; a scheme without one is written by its name alone. */
const numbers: Readonly<Partial<Record<Scheme, string>>> = { "expert-opinion": "15" };

const byName = new Map<string, Scheme>(
  Object.entries(names).flatMap(([scheme, known]) =>
    known.map((name): [string, Scheme] => [plain(name), scheme as Scheme]),
  ),
);
const byNumber = new Map(Object.entries(numbers).map(([scheme, id]) => [id, scheme as Scheme]));

/** What says nothing about how the step works. */
const sayNothing = new Set(["", "ra", "ca", "ma", "defaultinference", "defaultconflict", "defaultrephrase"]);

/** Our scheme for a step of theirs; undefined where it has one that we do not know. */
export function schemeOf(name: string, id: string): Scheme | undefined {
  const known = byNumber.get(id) ?? byName.get(plain(name));
  if (known) return known;
  return sayNothing.has(plain(name)) ? "none" : undefined;
}

/** Their name and number for a scheme of ours. */
export function aifSchemeOf(scheme: Scheme): AifScheme {
  if (scheme === "none") return defaultInference;
  return { name: names[scheme][0], id: numbers[scheme] ?? "" };
}

/** Whether an illocution of that name or number asks without asserting anything. */
export function isPureQuestioning(name: string, id: string): boolean {
  return is(pureQuestioning, name, id);
}

/** Whether an illocution is the analyst's, who only says what somebody else said. */
export function isAnalysing(name: string, id: string): boolean {
  return is(analysing, name, id);
}

function is(scheme: AifScheme, name: string, id: string): boolean {
  return id === scheme.id || plain(name) === plain(scheme.name);
}

/** AIFdb writes "CauseToEffect", OVA "Argument from Cause to Effect". */
function plain(name: string): string {
  return name
    .slice(0, 200)
    .replace(/^\s*argument\s+(?:from|by)\s+(?:an?\s+)?/iu, "")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();
}
