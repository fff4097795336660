import { useState } from "react";
import { getAs } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useToast } from "../../ui/toast.tsx";
import { faultText } from "../../words/fault-words.ts";
import { useWords } from "../../words/use-words.ts";
import { captureCommand, type FloorKind } from "./capture-command.ts";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";

/** What somebody in the room says becomes a card, attached to what is in focus, while the talk goes on. */
export function CaptureDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const t = useWords();
  const tell = usePresentWords();
  const session = useSession();
  const showToast = useToast();
  const { stage, showing, actions } = usePresenter();
  const { focus } = stage;
  const record = focus ? session.doc.get(focus) : undefined;
  const isAttachable = record?.type === "argument" || (record?.type === "card" && record.kind !== "question");
  const [text, setText] = useState("");
  const [chosen, choose] = useState<FloorKind>("but");
  const kind = isAttachable ? chosen : "open";
  const about =
    record?.type === "card"
      ? record.text
      : record?.type === "argument"
        ? (getAs(session.doc, "card", record.premises[0] ?? (focus as never))?.text ?? "")
        : "";

  function add() {
    const said = text.trim();
    if (said === "") return;
    const made = captureCommand(session, {
      text: said,
      kind,
      focus: record?.type === "card" || record?.type === "argument" ? record : undefined,
      step: showing?.step,
      inView: showing?.visible ?? "all",
      tag: tell("present.capture.tag"),
    });
    const applied = session.apply(made);
    if (!applied.ok) showToast({ text: tell("present.fault", { reason: faultText(t, applied.error) }) });
    // There it is the next to come.
    else if (showing?.step.build === "one-by-one" && showing.visible !== "all") actions.next();
    onClose();
  }

  return (
    <Dialog
      isOpen
      title={tell("present.capture.title")}
      closeLabel={tell("present.close")}
      onOpenChange={onClose}
      actions={
        <Button variant="primary" isDisabled={text.trim() === ""} onPress={add}>
          {tell("present.capture.add")}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <p dir="auto">
          {isAttachable ? tell("present.capture.about", { text: about }) : tell("present.capture.alone")}
        </p>
        <TextField autoFocus label={tell("present.capture.text")} value={text} onChange={setText} />
        {isAttachable ? (
          <Segmented<FloorKind>
            label={tell("present.capture.kind")}
            value={chosen}
            onChange={choose}
            options={[
              { value: "but", label: tell("present.capture.but") },
              { value: "because", label: tell("present.capture.because") },
              { value: "open", label: tell("present.capture.open") },
            ]}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
