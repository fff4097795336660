import type { ArgumentId, Card, CardId, PlainMap } from "#shared/model/index.ts";
import { type Relations, relationsOf, rivalIn } from "./relations.ts";
import { type Rule, type Truth, wellFoundedModel } from "./well-founded.ts";

/** How a statement stands, in the words that people are shown. */
export type Standing = "stands" | "contested" | "undecided" | "refuted" | "unsupported";

/** Whether a step is in force: its premises stand and no objection to it does. */
export type Force = "in" | "out" | "open";

/** `strict`: a bare claim needs a reason, or to be granted. `lenient`: it stands until somebody objects. */
export type Policy = "strict" | "lenient";

/** What the arguments of a map come to. */
export type Standings = Readonly<{
  policy: Policy;
  /** Of every claim and evidence; questions have none. */
  cards: ReadonlyMap<CardId, Standing>;
  /** Of every argument that has its ends. */
  steps: ReadonlyMap<ArgumentId, Force>;
}>;

/** How every statement of a map stands; docs/spec/evaluation.md. Nearly linear in the map. */
export function standingsOf(map: PlainMap, policy: Policy = "strict"): Standings {
  return standingsIn(relationsOf(map), policy);
}

/** The same, of relations already found. */
export function standingsIn(relations: Relations, policy: Policy): Standings {
  const { statements } = relations;
  const places = new Map(statements.map(({ id }, index) => [id, index * perStatement]));
  const steps = new Map(
    relations.arguments.map(({ id }, index) => [id, statements.length * perStatement + index]),
  );
  const atoms = statements.length * perStatement + steps.size;
  const truths = wellFoundedModel(atoms, rulesOf(relations, policy, places, steps));

  const truthOf = (atom: number): Truth => truths[atom] ?? "open";
  const forces = new Map([...steps].map(([id, atom]) => [id, forceOf[truthOf(atom)]]));
  const cards = new Map<CardId, Standing>();
  for (const { id } of statements) {
    const place = places.get(id) ?? 0;
    const holds = truthOf(place + stands);
    const isLive = (rival: CardId) => truthOf((places.get(rival) ?? 0) + stands) !== "false";
    if (holds === "true") cards.set(id, "stands");
    else if (holds === "false") {
      cards.set(id, truthOf(place + countered) === "true" ? "refuted" : "unsupported");
    } else {
      const inForce = relations.on(id).filter((step) => forces.get(step.id) === "in");
      const isTwoSided =
        inForce.some(({ polarity }) => polarity === "support") &&
        inForce.some(({ polarity }) => polarity === "oppose");
      const isContested =
        isTwoSided || relations.between(id).some((conflict) => isLive(rivalIn(conflict, id)));
      cards.set(id, isContested ? "contested" : "undecided");
    }
  }
  return { policy, cards, steps: forces };
}

/** Whether a statement needs no reason until somebody objects. */
export function isGiven({ kind, granted }: Card, policy: Policy): boolean {
  return kind === "evidence" || granted || policy === "lenient";
}

const forceOf: Readonly<Record<Truth, Force>> = { true: "in", false: "out", open: "open" };

/** Each statement has three atoms: it stands, a reason carries it, it is countered. */
const perStatement = 3;
const stands = 0;
const carried = 1;
const countered = 2;

/** [E3] The rules as docs/spec/evaluation.md has them, in that order. */
function rulesOf(
  { statements, arguments: all, conflicts, on }: Relations,
  policy: Policy,
  places: ReadonlyMap<CardId, number>,
  steps: ReadonlyMap<ArgumentId, number>,
): readonly Rule[] {
  const place = (id: CardId) => places.get(id) ?? 0;
  const step = (id: ArgumentId) => steps.get(id) ?? 0;
  const rules: Rule[] = [];
  for (const { id, polarity, premises, target } of all) {
    if (target.type === "card") {
      const at = place(target.id);
      const [head, rival] = polarity === "support" ? [carried, countered] : [countered, carried];
      rules.push({ head: at + head, needs: [step(id)], unless: [at + rival] });
    }
    rules.push({
      head: step(id),
      needs: premises.map((premise) => place(premise) + stands),
      unless: on(id).flatMap((other) => (other.polarity === "oppose" ? [step(other.id)] : [])),
    });
  }
  for (const { members } of conflicts) {
    for (const [id, rival] of [members, [members[1], members[0]]] as const) {
      const at = place(id);
      rules.push({ head: at + countered, needs: [place(rival) + stands], unless: [at + carried] });
    }
  }
  for (const card of statements) {
    const at = place(card.id);
    rules.push({ head: at + stands, needs: [at + carried], unless: [] });
    if (isGiven(card, policy)) rules.push({ head: at + stands, needs: [], unless: [at + countered] });
  }
  return rules;
}
