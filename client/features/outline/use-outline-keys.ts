import type { KeyboardEvent } from "react";
import type { Key } from "react-aria-components";
import { cardRef } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { type CommandId, canRun, commandForKey } from "../../canvas/commands/index.ts";
import { latinKey } from "../../canvas/commands/latin-key.ts";
import { outlineKeyFor } from "../../canvas/commands/outline-keys.ts";
import { useOutline } from "./outline-context.tsx";

/** Commands of the map that mean the same in the outline. */
const shared: ReadonlySet<CommandId> = new Set(["help", "palette", "find", "filter", "outline", "comments"]);

/** Handles keys pressed on a row, before the tree takes them for its own. Those pressed while writing are left alone. */
export function useOutlineKeys(focusedKey: () => Key | null): (event: KeyboardEvent) => void {
  const canvas = useCanvas();
  const { model, store, actions } = useOutline();

  function take(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
  }

  return (event) => {
    const { target } = event;
    if (target instanceof HTMLTextAreaElement) return;
    // A button in a row takes its own Enter and Space.
    if (target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ")) return;
    const command = commandForKey(event);
    if (command?.id === "undo" || command?.id === "redo") {
      take(event);
      if (!canRun(command, canvas)) return;
      if (command.id === "undo") actions.undo();
      else actions.redo();
      return;
    }
    const focused = focusedKey();
    const at = focused === null ? undefined : model.rowOf(String(focused));
    if (command?.id === "comment" && at) {
      take(event);
      canvas.ui.getState().openComments(cardRef(at.card));
      return;
    }
    const asked = outlineKeyFor(event);
    if (asked !== undefined) {
      if (asked === "fold" || asked === "indentWriting") return;
      if (!at && asked !== "add") return;
      take(event);
      if (!canvas.session.status().canEdit) return;
      doAsked(asked, latinKey(event), at);
    } else if (command && shared.has(command.id)) {
      take(event);
      if (canRun(command, canvas)) command.run(canvas, event.key);
    }
  };

  function doAsked(
    asked: NonNullable<ReturnType<typeof outlineKeyFor>>,
    key: string,
    row: ReturnType<typeof model.rowOf>,
  ): void {
    if (asked === "add") {
      actions.addAtTop(key === "q" ? "question" : key === "e" ? "evidence" : "claim");
      return;
    }
    if (!row) return;
    switch (asked) {
      case "because":
        actions.addBelow(row, key === "s" ? "reason" : key === "o" ? "objection" : "answer");
        return;
      case "part":
        actions.addBelow(row, "part");
        return;
      case "kind":
        actions.retype(row, key === "Q" ? "question" : key === "E" ? "evidence" : "claim");
        return;
      case "step":
        if (key === "w") actions.addTogether(row);
        else actions.addAboutStep(row, key === "S" ? "backing" : "undercut");
        return;
      case "sibling":
        actions.addAfter(row);
        return;
      case "edit":
        actions.write(row);
        return;
      case "indent":
        actions.indent(row);
        return;
      case "lift":
        actions.lift(row);
        return;
      case "up":
        actions.shift(row, -1);
        return;
      case "down":
        actions.shift(row, 1);
        return;
      case "polarity":
        actions.setPolarity(row, key === "-" ? "oppose" : "support");
        return;
      case "delete": {
        const { selected } = store.getState();
        const rows = selected.has(row.key) ? model.rowsShown().filter((at) => selected.has(at.key)) : [row];
        actions.remove(rows);
        return;
      }
      case "fold":
      case "indentWriting":
        return;
    }
  }
}
