import { Trash2 } from "lucide-react";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";

export function DeleteButton({ onPress }: Readonly<{ onPress: () => void }>) {
  const t = useWords();
  const { view } = useCanvas();
  function handlePress() {
    onPress();
    // The bar goes along with the selection, so the keyboard goes back to the canvas.
    view.takeFocus();
  }
  return (
    <IconButton label={t("selection.delete")} shortcut="Del" tooltipPlacement="top" onPress={handlePress}>
      <Trash2 size={17} />
    </IconButton>
  );
}
