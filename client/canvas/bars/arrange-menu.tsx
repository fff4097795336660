import { AlignStartVertical } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { arrangeCommands } from "../commands/arrange-commands.ts";
import { CommandItems } from "../context-menu/command-items.tsx";

const ids = arrangeCommands.map(({ id }) => id);

/** All ways to bring the selected cards into line, behind one button. */
export function ArrangeMenu() {
  const t = useWords();
  return (
    <Menu
      label={t("arrange.menu")}
      placement="top"
      trigger={
        <Button size="small" variant="quiet" icon={<AlignStartVertical size={16} />}>
          {t("arrange.menu")}
        </Button>
      }
    >
      <CommandItems ids={ids} />
    </Menu>
  );
}
