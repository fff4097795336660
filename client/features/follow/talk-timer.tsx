import { Timer } from "lucide-react";
import { timeLeft } from "#shared/presenting/index.ts";
import type { StageTimer } from "#shared/protocol/stage.ts";
import { useStageNow } from "../../stage/index.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-room.module.css";

/** The presenter's clock, as it stands or runs; it never makes a sound. */
export function TalkTimer({ timer }: Readonly<{ timer: StageTimer }>) {
  const tell = useLaterWords(follow);
  const left = timeLeft(timer, useStageNow(timer.leftMs === null ? 500 : null));
  const seconds = Math.max(0, Math.ceil(left / 1_000));
  return (
    <p className={css["timer"]} role="timer" aria-label={tell("follow.timer")}>
      <Timer size={16} aria-hidden="true" />
      {seconds === 0
        ? tell("follow.timer.over")
        : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`}
    </p>
  );
}
