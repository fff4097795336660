import { Network } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { commandIcons } from "../commands/command-icons.ts";
import { layoutCommands, tidyScope } from "../commands/layout-commands.ts";

/** The ways in which the map, or what is selected of it, can be laid out. */
export function TidyMenu() {
  const t = useWords();
  const tools = useCanvas();
  const scope = useSyncExternalStore(tools.ui.subscribe, () => tidyScope(tools).type);
  const label = t(`tidy.scope.${scope}`);
  return (
    <Menu
      label={label}
      placement="top"
      trigger={
        <IconButton label={label}>
          <Network size={18} />
        </IconButton>
      }
    >
      {layoutCommands.map((command) => {
        const Icon = commandIcons[command.id];
        return (
          <MenuItem
            key={command.id}
            id={command.id}
            text={t(`command.${command.id}`)}
            icon={Icon ? <Icon size={16} /> : null}
            onAction={() => command.run(tools, "")}
          />
        );
      })}
    </Menu>
  );
}
