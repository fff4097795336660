import type { CardId, Command, CommandFault } from "#shared/model/index.ts";
import type { OpenSession } from "../../session/open-session.ts";
import type { MapUiStore } from "../../state/map-ui-store.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import { selectedCards } from "../selected-cards.ts";

/** What every kind of action stands on: the map, where things lie, and what is selected. */
export class ActionGround {
  readonly session: OpenSession;
  readonly scene: CanvasScene;
  readonly ui: MapUiStore;
  readonly #onFault: (fault: CommandFault) => void;

  constructor(
    session: OpenSession,
    scene: CanvasScene,
    ui: MapUiStore,
    onFault: (fault: CommandFault) => void,
  ) {
    this.session = session;
    this.scene = scene;
    this.ui = ui;
    this.#onFault = onFault;
  }

  /** Does it as one step of undo, or reports why not; says whether it was done. */
  apply(command: Command): boolean {
    const result = this.session.apply(command);
    if (!result.ok) this.#onFault(result.error);
    return result.ok;
  }

  /** Several at once, as one step of undo; nothing at all is nothing to undo. */
  applyAll(commands: readonly Command[]): boolean {
    const [first] = commands;
    if (!first) return false;
    return this.apply(commands.length === 1 ? first : { type: "batch", commands });
  }

  selectedCards(): readonly CardId[] {
    return selectedCards(this.ui, this.session).map(({ id }) => id);
  }
}
