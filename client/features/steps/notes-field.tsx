import { useId, useMemo, useRef } from "react";
import { textDirection } from "#shared/diagram/index.ts";
import { getAs, modelLimits, type Step } from "#shared/model/index.ts";
import { undoWhileWriting } from "../../canvas/commands/undo-while-writing.ts";
import { useSession } from "../../session/session-context.tsx";
import { type SharedText, useSharedText } from "../../session/use-shared-text.ts";
import fieldCss from "../../ui/field.module.css";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";

/** What the presenter reads; several people write in it at once, as in a card. */
export function NotesField({ step: { id, notes } }: Readonly<{ step: Step }>) {
  const say = useStepsWords();
  const session = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const [name, hint] = [useId(), useId()];
  const text = useMemo<SharedText>(
    () => ({
      read: () => getAs(session.doc, "step", id)?.notes ?? "",
      watch: (listener) => session.doc.watchText(id, listener),
      write: (edit) => session.apply({ type: "spliceNotes", id, ...edit }).ok,
    }),
    [session, id],
  );
  const writing = useSharedText(text, field);
  return (
    <div className={fieldCss["field"]}>
      <label className={fieldCss["label"]} htmlFor={name}>
        {say("steps.notes")}
      </label>
      <textarea
        ref={field}
        id={name}
        className={`${fieldCss["input"]} ${css["notes"]}`}
        rows={4}
        dir={textDirection(notes)}
        maxLength={modelLimits.maxNoteChars}
        aria-describedby={hint}
        {...writing}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing) undoWhileWriting(event, session);
        }}
      />
      <span id={hint} className={fieldCss["hint"]}>
        {say("steps.notesHint")}
      </span>
    </div>
  );
}
