import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";

export type GatherQuestionProps = Readonly<{
  isAsked: boolean;
  presenter: string;
  onJoin: () => void;
  onStay: () => void;
}>;

/** The presenter asks those who look around by themselves to come back; nothing moves before they say so. */
export function GatherQuestion({ isAsked, presenter, onJoin, onStay }: GatherQuestionProps) {
  const t = useWords();
  const tell = useLaterWords(follow);
  return (
    <Dialog
      role="alertdialog"
      size="small"
      title={tell("follow.gather.title", { name: presenter })}
      isOpen={isAsked}
      onOpenChange={(isOpen) => isOpen || onStay()}
      closeLabel={t("app.close")}
      actions={
        <>
          <Button onPress={onStay}>{tell("follow.gather.stay")}</Button>
          <Button variant="primary" autoFocus onPress={onJoin}>
            {tell("follow.gather.join")}
          </Button>
        </>
      }
    >
      <p>{tell("follow.gather.body")}</p>
    </Dialog>
  );
}
