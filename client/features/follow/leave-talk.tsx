import { goTo } from "../../api/go-to.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import type { OwnHand } from "./use-hand.ts";

export type LeaveTalkProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  hand: OwnHand;
}>;

/** Asks once, then goes where one can join again; nobody is called up who has gone. */
export function LeaveTalk({ isOpen, onOpenChange, hand }: LeaveTalkProps) {
  const t = useWords();
  const tell = useLaterWords(follow);

  function leave() {
    if (hand.place !== null) void hand.lower();
    void (document.fullscreenElement ? document.exitFullscreen() : Promise.resolve()).catch(() => undefined);
    goTo("/");
  }

  return (
    <Dialog
      role="alertdialog"
      size="small"
      title={tell("follow.leave.ask")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      closeLabel={t("app.close")}
      actions={
        <>
          <Button onPress={() => onOpenChange(false)}>{tell("follow.leave.stay")}</Button>
          <Button variant="primary" autoFocus onPress={leave}>
            {tell("follow.leave.go")}
          </Button>
        </>
      }
    >
      <p>{tell("follow.leave.body")}</p>
    </Dialog>
  );
}
