import type { CanvasTools } from "../canvas-context.tsx";
import { type CommandGroup, canRun, commandGroups, type MapCommand, mapCommands } from "../commands/index.ts";

/** What a menu is about: what is selected, or the canvas itself. */
export type MenuSubject = "selection" | "canvas";

/** Walking is for the keyboard; in a menu it would bury what is to be done. */
const groupsFor: Readonly<Record<MenuSubject, readonly CommandGroup[]>> = {
  selection: commandGroups.filter((group) => group !== "move"),
  canvas: commandGroups,
};

/**
 * The commands of a context menu by group: whatever depends on what is selected for the selection, all else for the
 * canvas. What means nothing now is left out.
 */
export function menuCommands(
  subject: MenuSubject,
  tools: CanvasTools,
): readonly Readonly<{ group: CommandGroup; commands: readonly MapCommand[] }>[] {
  return groupsFor[subject]
    .map((group) => ({
      group,
      commands: mapCommands.filter(
        (command) =>
          command.group === group &&
          !command.isKeyOnly &&
          (command.isFor !== undefined) === (subject === "selection") &&
          canRun(command, tools),
      ),
    }))
    .map(({ group, commands }) => ({ group, commands: commands.toSorted(deleteLast) }))
    .filter(({ commands }) => commands.length > 0);
}

/** A slip of the hand should not hit it between two harmless ones. */
function deleteLast(a: MapCommand, b: MapCommand): number {
  return Number(a.id === "delete") - Number(b.id === "delete");
}
