import { useEffect } from "react";
import { type CardId, getAs } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { bringIntoView } from "../../canvas/view/bring-into-view.ts";
import { useOutline } from "./outline-context.tsx";

/** So many of the cards selected on the canvas are looked for among the rows. */
const maxSelectedRows = 500;

/**
 * Canvas and outline select the same cards: one selected in a row comes into sight on the canvas, one selected on the
 * canvas in the outline, opened as far as needed.
 */
export function useSharedSelection(isCanvasInSight: boolean): void {
  const { ui, view, scene, session } = useCanvas();
  const { model, store, actions } = useOutline();

  useEffect(() => {
    const follow = (selection: ReadonlySet<string>) => {
      const { selected, current, select, bring } = store.getState();
      const cards = [...selection].filter(
        (id): id is CardId => getAs(session.doc, "card", id as CardId) !== undefined,
      );
      const shown = new Set([...selected].flatMap((key) => model.rowOf(key)?.card ?? []));
      const [only, ...others] = cards;
      if (shown.size === cards.length && cards.every((card) => shown.has(card))) {
        if (only && others.length === 0 && isCanvasInSight) bringIntoView(view, scene, only);
        return;
      }
      if (only && others.length === 0) {
        const row = model.rowShowing(only) ?? model.reveal(only);
        if (row) bring(row.key, false);
        return;
      }
      const keys = cards.slice(0, maxSelectedRows).flatMap((card) => model.rowShowing(card)?.key ?? []);
      select(new Set(keys), current);
    };
    /** A card that a command opens for writing on a canvas out of sight is written here. */
    const takeOver = (id: CardId) => {
      ui.getState().stopEditing();
      const row = model.reveal(id);
      if (row) actions.writeNew(row);
    };
    follow(ui.getState().selection);
    return ui.subscribe((now, before) => {
      if (now.selection !== before.selection) follow(now.selection);
      if (now.editing && now.editing !== before.editing && !isCanvasInSight) takeOver(now.editing);
    });
  }, [ui, view, scene, session, model, store, actions, isCanvasInSight]);
}
