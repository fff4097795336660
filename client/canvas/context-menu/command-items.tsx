import { MenuItem } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { type CanvasTools, useCanvas } from "../canvas-context.tsx";
import { type CommandId, canRun, commandOf, runCommand } from "../commands/index.ts";
import { isApplePlatform, shortcutText } from "../commands/key-names.ts";

/** Commands as items of a menu, with their signs and keys; what means nothing now is left out. */
export function CommandItems({
  ids,
  tools: given,
}: Readonly<{ ids: readonly CommandId[]; tools?: CanvasTools }>) {
  const t = useWords();
  const own = useCanvas();
  const tools = given ?? own;
  const isApple = isApplePlatform();
  return ids.map((id) => {
    const command = commandOf(id);
    if (!command || !canRun(command, tools)) return null;
    const [key] = command.keys ?? [];
    const Icon = command.icon;
    return (
      <MenuItem
        key={id}
        id={id}
        text={t(`command.${id}`)}
        tone={id === "delete" ? "danger" : "normal"}
        {...(Icon ? { icon: <Icon size={16} /> } : {})}
        {...(key ? { shortcut: shortcutText(key, isApple) } : {})}
        onAction={() => runCommand(id, tools)}
      />
    );
  });
}
