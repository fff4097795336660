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
import { captureCommand, type FloorKind, floorKinds } from "./capture-command.ts";
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
  const about = record?.type === "card" || record?.type === "argument" ? record : undefined;
  const kinds = floorKinds(about);
  const [text, setText] = useState("");
  const [chosen, choose] = useState<FloorKind | null>(null);
  const kind = kinds.find((one) => one === chosen) ?? kinds[0] ?? "open";
  const [premise] = about?.type === "argument" ? about.premises : [];
  const named = about?.type === "card" ? about : premise && getAs(session.doc, "card", premise);

  function add() {
    const said = text.trim();
    if (said === "") return;
    const made = captureCommand(session, {
      text: said,
      kind,
      focus: about,
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
          {named ? tell("present.capture.about", { text: named.text }) : tell("present.capture.alone")}
        </p>
        <TextField autoFocus label={tell("present.capture.text")} value={text} onChange={setText} />
        <Segmented<FloorKind>
          label={tell("present.capture.kind")}
          value={kind}
          onChange={choose}
          options={kinds.map((value) => ({ value, label: tell(`present.capture.${value}`) }))}
        />
      </form>
    </Dialog>
  );
}
