import { MessageSquarePlus } from "lucide-react";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { runCommand } from "../commands/index.ts";

/** Opens the comments on what is selected. */
export function CommentButton() {
  const t = useWords();
  const tools = useCanvas();
  return (
    <IconButton
      label={t("command.comment")}
      shortcut="M"
      tooltipPlacement="top"
      onPress={() => runCommand("comment", tools)}
    >
      <MessageSquarePlus size={17} />
    </IconButton>
  );
}
