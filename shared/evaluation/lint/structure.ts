import { type Argument, type CardId, type Conflict, type PlainMap, recordsOf } from "#shared/model/index.ts";
import { componentsOf } from "../components.ts";
import { type Relations, rivalIn } from "../relations.ts";
import type { Standings } from "../standings.ts";
import type { Remark } from "./finding.ts";

/** More cards than that are not taken in at once (Dwyer, Hogan and Stewart 2010). */
const maxCardsInView = 30;

/** [E13] What bears on single cards: what is missing, left alone or one-sided. */
export function* cardRemarks(relations: Relations): Iterable<Remark> {
  const { map, statements, on, from, between } = relations;
  for (const { id, kind, granted, answers, citations } of statements) {
    const steps = on(id);
    const supports = steps.filter(({ polarity }) => polarity === "support").length;
    if (kind === "evidence" && !citations.some(({ source }) => map.records.get(source)?.type === "source"))
      yield { code: "LINT_EVIDENCE_UNSOURCED", ids: [id] };
    if (kind === "claim" && supports === 0 && !granted) yield { code: "LINT_CLAIM_UNSUPPORTED", ids: [id] };
    const isTied = steps.length > 0 || from(id).length > 0 || between(id).length > 0 || answers.length > 0;
    if (!isTied) yield { code: "LINT_CARD_ALONE", ids: [id] };
    const isOneSided = steps.length > 0 && (supports === 0 || supports === steps.length);
    if (answers.length > 0 && isOneSided) yield { code: "LINT_ONE_SIDED", ids: [id], count: steps.length };
  }
  yield* questionRemarks(map);
  for (const { id, shows } of recordsOf(map, "step")) {
    const cards = shows.filter((shown) => map.records.get(shown)?.type === "card").length;
    if (cards > maxCardsInView) yield { code: "LINT_STEP_CROWDED", ids: [id], count: cards };
  }
}

function* questionRemarks(map: PlainMap): Iterable<Remark> {
  const cards = recordsOf(map, "card");
  const answers = new Map<CardId, number>();
  const parents = new Set<CardId>();
  for (const card of cards) {
    if (card.parent) parents.add(card.parent);
    for (const id of card.answers) answers.set(id, (answers.get(id) ?? 0) + 1);
  }
  for (const { id, kind } of cards) {
    if (kind !== "question") continue;
    const count = answers.get(id) ?? 0;
    if (count === 0 && !parents.has(id)) yield { code: "LINT_QUESTION_UNANSWERED", ids: [id] };
    if (count === 1) yield { code: "LINT_ANSWER_SINGLE", ids: [id] };
  }
}

/** [E13] What bears on single arguments. */
export function* stepRemarks(relations: Relations, { cards, steps }: Standings): Iterable<Remark> {
  const said = new Map<string, Argument>();
  for (const argument of relations.arguments) {
    const { id, polarity, premises, target, scheme } = argument;
    const saying = [polarity, scheme, target.id, ...new Set([...premises].sort())].join(" ");
    const first = said.get(saying);
    if (first) yield { code: "LINT_ARGUMENT_REPEATED", ids: [first.id, id] };
    else said.set(saying, argument);

    const isAnswered = (on: Argument["id"] | CardId) =>
      relations.on(on).some((other) => other.polarity === "oppose");
    if (polarity === "oppose" && steps.get(id) === "in" && ![id, ...premises].some(isAnswered))
      yield { code: "LINT_OBJECTION_UNANSWERED", ids: [id] };

    if (premises.length < 2) continue;
    const refuted = premises.find((premise) => cards.get(premise) === "refuted");
    if (refuted) yield { code: "LINT_PREMISE_REFUTED", ids: [id, refuted] };
    const together = new Set(premises);
    for (const premise of together) {
      for (const conflict of relations.between(premise)) {
        const [a, b] = conflict.members;
        if (premise === a && together.has(b)) yield { code: "LINT_PREMISES_CONFLICT", ids: [id, a, b] };
      }
    }
  }
  for (const { id } of relations.statements) {
    const against = new Set(
      relations.on(id).flatMap((step) => (step.polarity === "oppose" ? step.premises : [])),
    );
    const both = new Set(
      relations.on(id).flatMap(({ polarity, premises }) => (polarity === "support" ? premises : [])),
    );
    for (const premise of both)
      if (against.has(premise)) yield { code: "LINT_PREMISE_BOTH_WAYS", ids: [premise, id] };
  }
}

/** [E14] Circles of support. */
export function* circleRemarks({ statements, from }: Relations): Iterable<Remark> {
  const places = new Map(statements.map(({ id }, place) => [id, place]));
  const above = statements.map(({ id }) =>
    from(id).flatMap(({ polarity, target }) =>
      polarity === "support" && target.type === "card" ? (places.get(target.id) ?? []) : [],
    ),
  );
  for (const component of componentsOf(statements.length, (place) => above[place] ?? [])) {
    const [only = -1] = component;
    if (component.length === 1 && !above[only]?.includes(only)) continue;
    const ids = [...component].sort((a, b) => a - b).flatMap((place) => statements[place]?.id ?? []);
    yield { code: "LINT_CIRCULAR", ids, count: ids.length };
  }
}

/** [E14] Lines followed for all conflicts together; a map with more to look at has been told enough by then. */
const maxVisits = 1_000_000;

/** [E14] What both sides of a conflict support, and what supports both, the nearest of each. */
export function* conflictRemarks(relations: Relations): Iterable<Remark> {
  const above = (id: CardId) =>
    relations
      .from(id)
      .flatMap(({ polarity, target }) =>
        polarity === "support" && target.type === "card" ? [target.id] : [],
      );
  const below = (id: CardId) =>
    relations.on(id).flatMap(({ polarity, premises }) => (polarity === "support" ? premises : []));
  let visits = 0;
  const reach = (start: CardId, next: (id: CardId) => readonly CardId[]): ReadonlySet<CardId> => {
    const reached = new Set<CardId>(next(start));
    for (const id of reached) {
      const further = next(id);
      for (const one of further) reached.add(one);
      visits += 1 + further.length;
      if (visits > maxVisits) break;
    }
    return reached;
  };
  const common = ({ members: [a, b] }: Conflict, next: (id: CardId) => readonly CardId[]) => {
    const ofOther = reach(b, next);
    return ofOther.size === 0 ? undefined : [...reach(a, next)].find((id) => ofOther.has(id));
  };
  for (const conflict of relations.conflicts) {
    if (visits > maxVisits) return;
    const [a] = conflict.members;
    const b = rivalIn(conflict, a);
    const shared = common(conflict, above);
    if (shared) yield { code: "LINT_SUPPORT_CONFLICTED", ids: [shared, a, b] };
    const ground = common(conflict, below);
    if (ground) yield { code: "LINT_CONFLICT_COMMON_GROUND", ids: [ground, a, b] };
  }
}
