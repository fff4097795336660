/** Members that are all seen to once a round, a part of them at each of its turns. */
export class PartedRound<Member> {
  readonly #parts: readonly Set<Member>[];
  #next = 0;
  #turn = 0;

  constructor(turns: number) {
    this.#parts = Array.from({ length: turns }, () => new Set<Member>());
  }

  /** The function returned takes the member out again. */
  add(member: Member): () => void {
    const part = this.#parts[this.#next];
    this.#next = (this.#next + 1) % this.#parts.length;
    part?.add(member);
    return () => void part?.delete(member);
  }

  /** Those whose turn it is; as many calls as there are turns give each member once. */
  nextTurn(): Iterable<Member> {
    const part = this.#parts[this.#turn];
    this.#turn = (this.#turn + 1) % this.#parts.length;
    return part ?? [];
  }
}
