import { componentsOf } from "./components.ts";

/** Holds, does not hold, or neither can be had. */
export type Truth = "true" | "false" | "open";

/** `head` holds if all of `needs` hold and none of `unless` does. Atoms are numbers from 0. */
export type Rule = Readonly<{ head: number; needs: readonly number[]; unless: readonly number[] }>;

/**
 * The well-founded model of a set of rules (Van Gelder, Ross and Schlipf 1991): what rests on itself alone does not
 * hold, what denies itself is open, and there is exactly one model whatever the rules and their order.
 *
 * What follows is passed on rule by rule; what rests on itself is then sought component by component, lowest first.
 * O(size of the rules), and that once more for each time that, inside one component, a circle falls only after another
 * has fallen.
 */
export function wellFoundedModel(atoms: number, rules: readonly Rule[]): readonly Truth[] {
  const truths: Truth[] = new Array<Truth>(atoms).fill("open");
  const rulesOf = lists(atoms);
  const neededBy = lists(atoms);
  const deniedBy = lists(atoms);
  rules.forEach(({ head, needs, unless }, rule) => {
    rulesOf[head]?.push(rule);
    for (const atom of needs) neededBy[atom]?.push(rule);
    for (const atom of unless) deniedBy[atom]?.push(rule);
  });
  /** What each rule still waits for, -1 where it cannot apply any more; and the rules an atom may yet hold by. */
  const waits = rules.map(({ needs, unless }) => needs.length + unless.length);
  const chances = rulesOf.map((list) => list.length);
  const decided: number[] = [];

  const decide = (atom: number, truth: "true" | "false") => {
    if (truths[atom] !== "open") return;
    truths[atom] = truth;
    decided.push(atom);
  };
  const meet = (rule: number) => {
    const left = waits[rule] ?? -1;
    if (left < 0) return;
    waits[rule] = left - 1;
    if (left === 1) decide(headOf(rules, rule), "true");
  };
  const fail = (rule: number) => {
    if ((waits[rule] ?? -1) < 0) return;
    waits[rule] = -1;
    const head = headOf(rules, rule);
    chances[head] = (chances[head] ?? 0) - 1;
    if (chances[head] === 0) decide(head, "false");
  };
  const passOn = () => {
    for (let atom = decided.pop(); atom !== undefined; atom = decided.pop()) {
      const holds = truths[atom] === "true";
      for (const rule of neededBy[atom] ?? []) holds ? meet(rule) : fail(rule);
      for (const rule of deniedBy[atom] ?? []) holds ? fail(rule) : meet(rule);
    }
  };

  rules.forEach(({ head }, rule) => {
    if (waits[rule] === 0) decide(head, "true");
  });
  chances.forEach((left, atom) => {
    if (left === 0) decide(atom, "false");
  });
  passOn();

  const open = truths.flatMap((truth, atom) => (truth === "open" ? [atom] : []));
  const places = new Map(open.map((atom, place) => [atom, place]));
  const bodies = open.map((atom) =>
    (rulesOf[atom] ?? []).flatMap((rule) => (waits[rule] === -1 ? [] : openIn(rules[rule], places))),
  );
  for (const members of componentsOf(open.length, (place) => bodies[place] ?? [])) {
    const component = members.map((place) => open[place] ?? -1);
    if (component.length === 1) continue;
    for (let groundless: readonly number[] = component; groundless.length > 0; passOn()) {
      groundless = groundlessIn(component, { truths, rules, rulesOf, neededBy, waits });
      for (const atom of groundless) decide(atom, "false");
    }
  }
  return truths;
}

type Progress = Readonly<{
  truths: readonly Truth[];
  rules: readonly Rule[];
  rulesOf: readonly (readonly number[])[];
  neededBy: readonly (readonly number[])[];
  waits: readonly number[];
}>;

/** The open atoms of a component that could hold only by one another. */
function groundlessIn(
  component: readonly number[],
  { truths, rules, rulesOf, neededBy, waits }: Progress,
): readonly number[] {
  const unfounded = new Set(component.filter((atom) => truths[atom] === "open"));
  const lacks = new Map<number, number>();
  const founded: number[] = [];
  const found = (atom: number) => {
    if (unfounded.delete(atom)) founded.push(atom);
  };
  const open = [...unfounded];
  for (const atom of open) {
    for (const rule of rulesOf[atom] ?? []) {
      if ((waits[rule] ?? -1) < 0) continue;
      lacks.set(rule, rules[rule]?.needs.filter((need) => unfounded.has(need)).length ?? 0);
    }
  }
  for (const [rule, lack] of lacks) if (lack === 0) found(headOf(rules, rule));
  for (let atom = founded.pop(); atom !== undefined; atom = founded.pop()) {
    for (const rule of neededBy[atom] ?? []) {
      const lack = lacks.get(rule);
      if (lack === undefined) continue;
      lacks.set(rule, lack - 1);
      if (lack === 1) found(headOf(rules, rule));
    }
  }
  return [...unfounded];
}

/** The places of those atoms in the body of a rule that are open. */
function openIn(rule: Rule | undefined, places: ReadonlyMap<number, number>): readonly number[] {
  const { needs = [], unless = [] } = rule ?? {};
  return [...needs, ...unless].flatMap((atom) => places.get(atom) ?? []);
}

function headOf(rules: readonly Rule[], rule: number): number {
  return rules[rule]?.head ?? -1;
}

function lists(count: number): number[][] {
  return Array.from({ length: count }, () => []);
}
