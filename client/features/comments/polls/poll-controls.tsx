import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { limits } from "#shared/protocol/limits.ts";
import type { Poll } from "#shared/talk/index.ts";
import type { PollsApi } from "../../../api/polls-api.ts";
import type { Done } from "../../../api/talk-api.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import css from "./polls.module.css";
import { usePollCall } from "./use-poll-call.ts";
import { usePollWords } from "./use-poll-words.ts";

/** What editors do with a vote. What erases ballots is asked for twice. */
export function PollControls({ poll, calls }: Readonly<{ poll: Poll; calls: PollsApi }>) {
  const tell = usePollWords();
  const call = usePollCall();
  const [asked, setAsked] = useState<"reset" | "delete">();

  /** The buttons go away, and the keyboard must not go with them. */
  async function run(done: Done, button: Element) {
    const panel = button.closest("section[tabindex]");
    if ((await call(done)) && panel instanceof HTMLElement) panel.focus();
  }

  if (asked)
    return (
      <div className={css["controls"]}>
        <p className={css["aside"]}>{tell(asked === "reset" ? "polls.resetAsk" : "polls.deleteAsk")}</p>
        <Button size="small" onPress={() => setAsked(undefined)} autoFocus>
          {tell("polls.cancel")}
        </Button>
        <Button
          size="small"
          variant="danger"
          onPress={({ target }) =>
            void run(asked === "reset" ? calls.reset(poll.id) : calls.remove(poll.id), target)
          }
        >
          {tell(asked === "reset" ? "polls.reset" : "polls.delete")}
        </Button>
      </div>
    );
  return (
    <div className={css["controls"]}>
      {poll.state === "revealed" ? null : (
        <>
          {poll.voted < limits.minBallotsShown ? (
            <p className={css["aside"]}>{tell("polls.tooFew", { least: limits.minBallotsShown })}</p>
          ) : null}
          <Button
            size="small"
            onPress={({ target }) => void run(calls.setState(poll.id, "revealed"), target)}
          >
            {tell("polls.reveal")}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onPress={() => void call(calls.setState(poll.id, poll.state === "open" ? "closed" : "open"))}
          >
            {tell(poll.state === "open" ? "polls.close" : "polls.open")}
          </Button>
        </>
      )}
      {poll.voted > 0 || poll.state === "revealed" ? (
        <IconButton label={tell("polls.reset")} size="small" onPress={() => setAsked("reset")}>
          <RotateCcw size={14} />
        </IconButton>
      ) : null}
      <IconButton label={tell("polls.delete")} size="small" onPress={() => setAsked("delete")}>
        <Trash2 size={14} />
      </IconButton>
    </div>
  );
}
