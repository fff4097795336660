import { type CardId, type MapRecord, modelLimits, type RecordId, type Ref } from "#shared/model/index.ts";
import type { Findings, Where } from "./findings.ts";

/** [I1, I2, I3] What may speak to what, among the records that there are by now. */
export class RelationRules {
  readonly #records: ReadonlyMap<RecordId, MapRecord>;
  readonly #findings: Findings;

  constructor(records: ReadonlyMap<RecordId, MapRecord>, findings: Findings) {
    this.#records = records;
    this.#findings = findings;
  }

  /** The premises that may speak to the target, each once. */
  premisesFor(target: Ref, premises: readonly CardId[], where?: Where): readonly CardId[] {
    const fit = [...new Set(premises)].filter((id) => this.#isPremise(id, target, where));
    if (fit.length <= modelLimits.maxMembers) return fit;
    const message = `An argument has at most ${modelLimits.maxMembers} premises; the others were left out.`;
    this.#findings.warn("TOO_MANY_PREMISES", message, where);
    return fit.slice(0, modelLimits.maxMembers);
  }

  /** Whether something may speak to it. */
  isTarget(target: Ref, where?: Where): boolean {
    if (target.type === "card") return this.isStatement(target.id, where);
    return this.#records.get(target.id)?.type === "argument";
  }

  /** Whether it is a claim or evidence. */
  isStatement(id: CardId, where?: Where): boolean {
    const card = this.#records.get(id);
    if (card?.type !== "card") return false;
    if (card.kind !== "question") return true;
    const message = "A question cannot be argued with; this was left out.";
    this.#findings.warn("QUESTION_IN_ARGUMENT", message, where);
    return false;
  }

  #isPremise(id: CardId, target: Ref, where?: Where): boolean {
    if (id !== target.id) return this.isStatement(id, where);
    const message = "A claim is no reason for or against itself; this was left out.";
    this.#findings.warn("SELF_REFERENCE", message, where);
    return false;
  }
}
