import {
  type ArgumentId,
  argumentRef,
  type CardId,
  cardRef,
  type Polarity,
  type Ref,
  type Scheme,
  schemes,
} from "#shared/model/index.ts";
import type { Findings, MapBuilder, Where } from "../building/index.ts";
import {
  type ArgdownModel,
  type Inference,
  mainInference,
  type Relation,
  type Thing,
} from "./argdown-model.ts";
import { isStepLabel } from "./labels.ts";
import { listIn, type ThingCards, wordsIn } from "./thing-cards.ts";

/** An argument to be: who speaks, and to what. */
type Unit = {
  readonly premises: readonly Thing[];
  readonly polarity: Polarity;
  readonly to: Thing | Inference;
  /** Whether it is about the steps by which `to` speaks, and not about `to`. */
  readonly isAboutSteps: boolean;
  readonly inference: Inference | null;
  readonly at: number;
  state: "waiting" | "begun" | "done";
  step: ArgumentId | undefined;
};

type Lent = Readonly<{
  model: ArgdownModel;
  builder: MapBuilder;
  cards: ThingCards;
  findings: Findings;
  whereOf: (at: number) => Where;
}>;

/** An undercut of something that speaks more often is about the first of what it says. */
const maxStepsUndercut = 20;

/** Makes the arguments and conflicts of a model, those first that others are about. */
export class StepMaker {
  readonly #lent: Lent;
  readonly #units: Unit[] = [];
  readonly #unitsByInference = new Map<Inference, Unit>();
  readonly #unitsBySpeaker = new Map<Thing, Unit[]>();
  /** Conclusions that only say what their premises speak for or against, with the relation that says it. */
  readonly #folded: ReadonlyMap<Thing, Relation>;

  constructor(lent: Lent) {
    this.#lent = lent;
    const { model } = lent;
    this.#folded = foldedIn(model);
    for (const argument of model.arguments.values()) {
      for (const inference of argument.inferences) this.#plan(this.#unitOf(inference));
    }
    for (const relation of model.relations) {
      const isConflict = relation.type === "contrary" || relation.type === "contradictory";
      if (!isConflict && !this.isFolded(relation.from)) this.#plan(unitOfRelation(relation));
    }
  }

  /** Whether a statement is no card, since its argument says all that it does. */
  isFolded(thing: Thing): boolean {
    return this.#folded.has(thing);
  }

  /** What the last step of an argument became. */
  stepOf(argument: Thing): ArgumentId | undefined {
    const inference = mainInference(argument);
    return inference && this.#unitsByInference.get(inference)?.step;
  }

  /** Makes them all; the cards are there. */
  makeAll(): void {
    for (const unit of this.#units) this.#makeWithNeeded(unit);
    for (const relation of this.#lent.model.relations) this.#exclude(relation);
  }

  #unitOf(inference: Inference): Unit {
    const { premises, conclusion, at } = inference;
    const relation = this.#folded.get(conclusion);
    const told = relation ? unitOfRelation(relation) : undefined;
    const polarity = told?.polarity ?? "support";
    const to = told?.to ?? conclusion;
    return {
      premises,
      polarity,
      to,
      isAboutSteps: told?.isAboutSteps ?? false,
      inference,
      at,
      state: "waiting",
      step: undefined,
    };
  }

  #plan(unit: Unit): void {
    this.#units.push(unit);
    if (unit.inference) this.#unitsByInference.set(unit.inference, unit);
    const [speaker, another] = unit.premises;
    if (!speaker || another) return;
    const known = this.#unitsBySpeaker.get(speaker);
    if (known) known.push(unit);
    else this.#unitsBySpeaker.set(speaker, [unit]);
  }

  /** What the unit is about is made before it; what is about itself in the end stops where it began. */
  #makeWithNeeded(first: Unit): void {
    const pending = [first];
    for (let unit = pending.at(-1); unit; unit = pending.at(-1)) {
      if (unit.state === "waiting") {
        unit.state = "begun";
        pending.push(...this.#neededBy(unit).filter(({ state }) => state === "waiting"));
        continue;
      }
      pending.pop();
      if (unit.state === "done") continue;
      unit.state = "done";
      this.#make(unit);
    }
  }

  #neededBy({ to, isAboutSteps }: Unit): readonly Unit[] {
    if (!isAboutSteps) return [];
    const inference = mainInference(to);
    if (inference) return [this.#unitsByInference.get(inference)].filter((unit) => unit !== undefined);
    return to.kind === "argument" ? (this.#unitsBySpeaker.get(to) ?? []).slice(0, maxStepsUndercut) : [];
  }

  #make(unit: Unit): void {
    const { builder, cards, whereOf } = this.#lent;
    const premises = unit.premises.flatMap((thing) => cards.get(thing) ?? []);
    const { inference, polarity } = unit;
    for (const target of this.#targetsOf(unit)) {
      const given = inference ? givenBy(inference) : {};
      unit.step ??= builder.argument({ polarity, premises, target, ...given }, whereOf(unit.at));
      if (unit.step === undefined || target.id === this.#targetIdOf(unit.step)) continue;
      builder.argument({ polarity, premises, target, ...given }, whereOf(unit.at));
    }
  }

  #targetIdOf(step: ArgumentId): Ref["id"] | undefined {
    const record = this.#lent.builder.get(step);
    return record?.type === "argument" ? record.target.id : undefined;
  }

  #targetsOf(unit: Unit): readonly Ref[] {
    const { findings, whereOf } = this.#lent;
    const { to, isAboutSteps } = unit;
    const steps = this.#neededBy(unit).flatMap(({ step }) => step ?? []);
    if (isAboutSteps && steps.length > 0) return steps.map(argumentRef);
    const card = to.kind === "inference" ? undefined : this.#lent.cards.get(to);
    if (isAboutSteps && card) {
      const message = "There is no step here that could be doubted, so this is about what is said.";
      findings.remark("NO_STEP", message, whereOf(unit.at));
    } else if (!card) {
      findings.warn("NO_TARGET", "What this is about is about it; it was left out.", whereOf(unit.at));
    }
    return card ? [cardRef(card)] : [];
  }

  #exclude({ type, from, to, at }: Relation): void {
    if ((type !== "contrary" && type !== "contradictory") || to.kind === "inference") return;
    const { builder, cards, whereOf } = this.#lent;
    const [one, other]: (CardId | undefined)[] = [cards.get(from), cards.get(to)];
    const isContrary = type === "contrary" || saysContrary(from, to) || saysContrary(to, from);
    if (one && other) builder.conflict(one, other, isContrary ? "contrary" : "contradictory", whereOf(at));
  }
}

function unitOfRelation({ type, from, to, at }: Relation): Unit {
  const polarity = type === "support" || type === "entails" ? "support" : "oppose";
  const isAboutSteps = type === "undercut" || mainInference(to) !== undefined;
  return {
    premises: [from],
    polarity,
    to,
    isAboutSteps,
    inference: null,
    at,
    state: "waiting",
    step: undefined,
  };
}

/** [FA8] Conclusions that our writer marks as saying no more than which way their premises speak. */
function foldedIn({ arguments: all, relations }: ArgdownModel): ReadonlyMap<Thing, Relation> {
  const marked = new Set<Thing>();
  for (const { inferences } of all.values()) {
    for (const { conclusion } of inferences)
      if (conclusion.data?.get("role") === "conclusion") marked.add(conclusion);
  }
  const folded = new Map<Thing, Relation>();
  for (const relation of relations) if (marked.delete(relation.from)) folded.set(relation.from, relation);
  return folded;
}

function saysContrary(thing: Thing, other: Thing): boolean {
  return listIn(thing.data?.get("contraries")).some((title) => wordsIn(title) === other.title);
}

/** What is said of a step besides its premises. Only the last step of an argument is what the argument is said to be. */
function givenBy(inference: Inference): Readonly<{ note: string; scheme: Scheme; base: number | null }> {
  const { argument, rules } = inference;
  const isMain = mainInference(argument) === inference;
  const title = argument.isUntitled || isStepLabel(argument.title) ? undefined : argument.title;
  const scheme = schemes.find((name) => rules.some((rule) => schemeWords(name) === rule.toLowerCase()));
  const others = rules.filter((rule) => rule.toLowerCase() !== schemeWords(scheme ?? "none"));
  const gist = [title, argument.text].filter((words) => words !== undefined).join(": ");
  const base = argument.data?.get("credence");
  return {
    note: [...(isMain ? [wordsIn(argument.data?.get("note")) ?? gist] : []), others.join(", ")]
      .filter((words) => words !== "")
      .join("\n"),
    scheme: scheme ?? "none",
    base: isMain && typeof base === "number" && base >= 0 && base <= 1 ? base : null,
  };
}

/** A scheme as a rule of inference: "expert opinion". */
export function schemeWords(scheme: Scheme): string {
  return scheme.replaceAll("-", " ");
}
