import { MenuItem } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { type CanvasTools, useCanvas } from "../canvas-context.tsx";
import { commandIcons } from "../commands/command-icons.ts";
import { type CommandId, canRun, commandOf, runCommand } from "../commands/index.ts";
import { isApplePlatform, shortcutText } from "../commands/key-names.ts";

export type CommandItemsProps = Readonly<{
  ids: readonly CommandId[];
  /** What the commands work with, where that is not what stands behind the canvas. */
  tools?: CanvasTools;
}>;

/** Commands as items of a menu, with their signs and keys; what means nothing now is left out. */
export function CommandItems({ ids, tools }: CommandItemsProps) {
  const t = useWords();
  const behind = useCanvas();
  const isApple = isApplePlatform();
  const used = tools ?? behind;
  return ids.map((id) => {
    const command = commandOf(id);
    if (!command || !canRun(command, used)) return null;
    const [key] = command.keys ?? [];
    const Icon = commandIcons[id];
    return (
      <MenuItem
        key={id}
        id={id}
        text={t(`command.${id}`)}
        tone={id === "delete" ? "danger" : "normal"}
        {...(Icon ? { icon: <Icon size={16} /> } : {})}
        {...(key ? { shortcut: shortcutText(key, isApple) } : {})}
        // The menu closes first, so that the keyboard stays where the command takes it.
        onAction={() => window.setTimeout(() => runCommand(id, used))}
      />
    );
  });
}
