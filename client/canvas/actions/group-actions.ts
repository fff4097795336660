import { type GroupId, getAs, type Tint } from "#shared/model/index.ts";
import type { ActionGround } from "./ground.ts";

/** Named regions and who is in them. */
export class GroupActions {
  readonly #ground: ActionGround;

  constructor(ground: ActionGround) {
    this.#ground = ground;
  }

  /** Puts a region around the selected cards, its name open for writing. */
  groupSelected(): void {
    const members = this.#ground.selectedCards();
    if (members.length === 0) return;
    const id = this.#ground.session.createId<GroupId>();
    const isDone = this.#ground.apply({ type: "addGroup", id, title: "", members, createdAt: Date.now() });
    if (isDone) this.#ground.ui.getState().startNaming(id);
  }

  /** The selected cards join the group; null takes them out of theirs. */
  assignSelected(group: GroupId | null): void {
    const cards = this.#ground
      .selectedCards()
      .filter((id) => getAs(this.#ground.session.doc, "card", id)?.group !== group);
    if (cards.length > 0) this.#ground.apply({ type: "assignGroup", cards, group });
  }

  rename(id: GroupId, title: string): void {
    this.#ground.apply({ type: "editGroup", id, values: { title } });
  }

  tint(id: GroupId, color: Tint | null): void {
    this.#ground.apply({ type: "editGroup", id, values: { color } });
  }

  /** The region goes, its cards stay. */
  ungroup(id: GroupId): void {
    this.#ground.apply({ type: "delete", ids: [id] });
  }
}
