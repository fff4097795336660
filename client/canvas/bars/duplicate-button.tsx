import { CopyPlus } from "lucide-react";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";

export function DuplicateButton({ onPress }: Readonly<{ onPress: () => void }>) {
  const t = useWords();
  return (
    <IconButton label={t("selection.duplicate")} shortcut="Ctrl D" tooltipPlacement="top" onPress={onPress}>
      <CopyPlus size={17} />
    </IconButton>
  );
}
