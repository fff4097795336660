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
    .filter(({ commands }) => commands.length > 0);
}
