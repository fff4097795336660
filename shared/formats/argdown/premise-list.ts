import type { Inference, Relation, Thing } from "./argdown-model.ts";
import { dataIn } from "./thing-table.ts";

/** An argument's numbered premises and conclusions while they are read. */
export class PremiseList {
  readonly argument: Thing;
  readonly #byNumber = new Map<number, Thing>();
  /** What has not been reasoned from. */
  #fresh: Thing[] = [];
  #step: Readonly<{ rules: readonly string[]; data: Inference["data"]; at: number }> | null = null;
  /** Who undercuts the step that is being made. */
  #undercuts: (readonly [from: Thing, at: number])[] = [];

  constructor(argument: Thing) {
    this.argument = argument;
  }

  /** Whether a step has begun whose conclusion is still to come. */
  get isOpen(): boolean {
    return this.#step !== null;
  }

  /** Whether there is something that no step reasons from, beside the last conclusion. */
  get hasLoose(): boolean {
    return this.#fresh.length > (this.argument.inferences.length > 0 ? 1 : 0);
  }

  /** A line of reasoning: what comes next follows by these rules. */
  infer(rules: string, data: readonly string[], at: number): void {
    const names = rules.split(",").map((rule) => rule.trim());
    const known = new Map(data.flatMap((each) => [...dataIn(each)]));
    this.#step = { rules: names.filter((name) => name !== ""), data: known, at };
  }

  /** Someone doubts the step whose conclusion comes next. */
  undercut(from: Thing, at: number): void {
    this.#undercuts.push([from, at]);
  }

  /** One more premise, or the conclusion of the step begun; with that, the relations that were told of the step. */
  add(
    number: number,
    thing: Thing,
  ): Readonly<{ inference: Inference | null; relations: readonly Relation[] }> {
    const step = this.#step;
    let inference: Inference | null = null;
    let relations: readonly Relation[] = [];
    if (step) {
      const made: Inference = {
        kind: "inference",
        argument: this.argument,
        premises: [...new Set(this.#used(step.data))],
        conclusion: thing,
        ...step,
      };
      inference = made;
      this.argument.inferences.push(made);
      relations = this.#undercuts.map(([from, at]) => ({ type: "undercut", from, to: made, at }));
      this.#undercuts = [];
      this.#step = null;
      this.#fresh = [];
    }
    this.#fresh.push(thing);
    this.#byNumber.set(number, thing);
    return { inference, relations };
  }

  /** What the step says that it uses, or else all that no step before it has used. */
  #used(data: Inference["data"]): readonly Thing[] {
    const uses = data.get("uses");
    const named = Array.isArray(uses)
      ? uses.flatMap((number) => this.#byNumber.get(Number(number)) ?? [])
      : [];
    return named.length > 0 ? named : this.#fresh;
  }
}
