import { useStoreApi } from "@xyflow/react";
import { Trash2 } from "lucide-react";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";

export function DeleteButton({ onPress }: Readonly<{ onPress: () => void }>) {
  const t = useWords();
  const flowStore = useStoreApi();
  function handlePress() {
    onPress();
    // The bar goes along with the selection, so the keyboard goes back to the canvas.
    flowStore.getState().domNode?.focus({ preventScroll: true });
  }
  return (
    <IconButton label={t("selection.delete")} shortcut="Del" tooltipPlacement="top" onPress={handlePress}>
      <Trash2 size={17} />
    </IconButton>
  );
}
