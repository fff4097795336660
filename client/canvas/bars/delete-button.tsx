import { Trash2 } from "lucide-react";
import { useWords } from "../../app/words/use-words.ts";
import { IconButton } from "../../ui/icon-button.tsx";

export function DeleteButton({ onPress }: Readonly<{ onPress: () => void }>) {
  const t = useWords();
  return (
    <IconButton label={t("selection.delete")} shortcut="Del" tooltipPlacement="top" onPress={onPress}>
      <Trash2 size={17} />
    </IconButton>
  );
}
