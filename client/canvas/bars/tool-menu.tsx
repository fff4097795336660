import { Hand, LassoSelect, type LucideIcon, MousePointer2 } from "lucide-react";
import { useMapUi } from "../../state/map-ui-context.tsx";
import type { Tool } from "../../state/map-ui-store.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuChoice } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";

const tools: readonly Tool[] = ["hand", "select", "lasso"];
const icons: Readonly<Record<Tool, LucideIcon>> = { hand: Hand, select: MousePointer2, lasso: LassoSelect };

/** What a drag does, behind one button where there is no room for three. */
export function ToolMenu() {
  const t = useWords();
  const tool = useMapUi((state) => state.tool);
  const chooseTool = useMapUi((state) => state.chooseTool);
  const Icon = icons[tool];
  return (
    <Menu
      label={t("dock.tool")}
      placement="top start"
      trigger={
        <IconButton label={t("dock.tool")}>
          <Icon size={18} />
        </IconButton>
      }
    >
      <MenuChoice<Tool>
        title={t("dock.tool")}
        value={tool}
        onChange={chooseTool}
        options={tools.map((value) => ({ value, text: t(`dock.${value}`) }))}
      />
    </Menu>
  );
}
