import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { limits } from "#shared/protocol/limits.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { Done } from "../../api/talk-api.ts";
import { Button } from "../../ui/button.tsx";
import fieldCss from "../../ui/field.module.css";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { MentionList } from "./mention-list.tsx";
import { talkProblem } from "./problem-text.ts";
import { useTalkWords } from "./talk-words.ts";
import { useMentions } from "./use-mentions.ts";

export type ComposeProps = Readonly<{
  /** Under what the text is kept until it is sent. */
  place: string;
  label: string;
  sendLabel: string;
  /** What is written already. */
  first?: string;
  isFocused?: boolean;
  /** One line, until somebody begins to write. */
  isBrief?: boolean;
  onSend: (text: string) => Done;
  /** Where the field goes away once something was sent. */
  onSent?: (() => void) | undefined;
  /** Where it goes away because nothing is to be sent. */
  onCancel?: (() => void) | undefined;
}>;

/** A field to say something in. What is written stays, over reloads too, until it is sent. */
export function Compose(props: ComposeProps) {
  const { place, label, sendLabel, first = "", isFocused = false, isBrief = false } = props;
  const { onSend, onSent, onCancel } = props;
  const say = useTalkWords();
  const { keep } = useComments();
  const [text, setText] = useState(() => keep.draft(place) || first);
  const [problem, setProblem] = useState<ApiProblem>();
  const [isBusy, setBusy] = useState(false);
  const [isBegun, setBegun] = useState(!isBrief);
  // What has unfolded stays so under a press on what lies below.
  const isWhole = isBegun || text !== "";
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const mentions = useMentions(field, text, change);
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);

  function change(next: string) {
    setText(next);
    keep.keepDraft(place, next === first ? "" : next);
  }

  function letGo() {
    keep.keepDraft(place, "");
    setText(first);
    setBegun(!isBrief);
    mentions.close();
  }

  /** What has the keyboard goes away, and the keyboard must not go with it. */
  function leave() {
    field.current?.closest("section")?.focus();
  }

  function cancel() {
    letGo();
    setProblem(undefined);
    leave();
    onCancel?.();
  }

  async function send() {
    const said = text.trim();
    if (isBusy || said === "") return;
    setBusy(true);
    setProblem(undefined);
    const done = await onSend(said);
    setBusy(false);
    if (!done.ok) return setProblem(done.error);
    letGo();
    if (!onSent) return field.current?.focus({ preventScroll: true });
    leave();
    onSent();
  }

  function handleKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || mentions.handleKey(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === "Escape" && onCancel) {
      event.preventDefault();
      cancel();
    }
  }

  return (
    <div className={css["compose"]}>
      <div className={css["fieldPlace"]}>
        <textarea
          ref={field}
          className={`${fieldCss["input"]} ${css["area"]}`}
          aria-label={label}
          aria-describedby={isWhole ? hintId : undefined}
          aria-autocomplete="list"
          {...mentions.attributes}
          placeholder={label}
          rows={isWhole ? 3 : 1}
          dir="auto"
          maxLength={limits.maxCommentChars}
          value={text}
          onChange={(event) => {
            change(event.target.value);
            mentions.look();
          }}
          onFocus={() => setBegun(true)}
          onSelect={mentions.look}
          onKeyDown={handleKey}
        />
        <MentionList mentions={mentions} />
      </div>
      {isWhole ? (
        <p id={hintId} className={css["aside"]}>
          {say("talk.hint")}
        </p>
      ) : null}
      {problem ? (
        <p role="alert" className={fieldCss["error"]}>
          {talkProblem(say, problem)} {say("talk.draftKept")}
        </p>
      ) : null}
      {isWhole ? (
        <div className={css["actions"]}>
          <Button
            size="small"
            variant="primary"
            isBusy={isBusy}
            isDisabled={text.trim() === ""}
            onPress={() => void send()}
          >
            {sendLabel}
          </Button>
          {onCancel || isBrief ? (
            <Button size="small" onPress={cancel}>
              {say("talk.cancel")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
