import { type Standing, standingsOf, strengthsOf } from "#shared/evaluation/index.ts";
import { type CardId, emptyMap, type MapRecord, type RecordId } from "#shared/model/index.ts";
import { isSameWeight, type Weight } from "./weighed.ts";

/** What the thread that weighs is told of the map: what is otherwise than it knows, in parts; weighed is after the last. */
export type WeighTold = Readonly<{
  /** Records that came or changed, as one text: reading it takes a quarter of the time that cloning them does. */
  records: string;
  gone: readonly RecordId[];
  isLast: boolean;
}>;

/** What it answers: the cards that weigh otherwise than it said before; null of one that weighs nothing any more. */
export type WeighAnswer = readonly (readonly [CardId, Weight | null])[];

/** A map that is kept up and weighed in a thread, so that the page tells and hears only what is otherwise. */
export class Scales {
  readonly #records = new Map<RecordId, MapRecord>();
  #weighed: ReadonlyMap<CardId, Weight> = new Map();

  take({ records, gone }: WeighTold): void {
    const told: readonly MapRecord[] = JSON.parse(records);
    for (const record of told) this.#records.set(record.id, record);
    for (const id of gone) this.#records.delete(id);
  }

  /** Goes through the whole map. */
  weigh(): WeighAnswer {
    const map = { ...emptyMap({ title: "", createdAt: 0 }), records: this.#records };
    const { cards, unsettled } = strengthsOf(map);
    const before = this.#weighed;
    const now = new Map<CardId, Weight>();
    const answer: (readonly [CardId, Weight | null])[] = [];
    for (const [id, standing] of standingsOf(map).cards) {
      const weight = weightOf(standing, cards.get(id) ?? 0, unsettled.has(id));
      now.set(id, weight);
      if (!isSameWeight(before.get(id), weight)) answer.push([id, weight]);
    }
    for (const id of before.keys()) if (!now.has(id)) answer.push([id, null]);
    this.#weighed = now;
    return answer;
  }
}

/** Strengths to the hundredth, as they are shown: what differs by less is not told. */
function weightOf(standing: Standing, strength: number, isUnsettled: boolean): Weight {
  return { standing, strength: Number(strength.toFixed(2)), isUnsettled };
}
