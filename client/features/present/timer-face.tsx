import { timeLeft } from "#shared/presenting/index.ts";
import type { StageTimer } from "#shared/protocol/stage.ts";
import { useStageNow } from "../../stage/index.ts";
import css from "./audience-overlay.module.css";
import { clockText } from "./clock-text.ts";
import { usePresentWords } from "./use-present-words.ts";

/** The time that is left, counting down, then how much it is over: told by words as well as by colour. */
export function TimerFace({ timer }: Readonly<{ timer: StageTimer }>) {
  const tell = usePresentWords();
  const leftMs = timeLeft(timer, useStageNow());
  const isOver = leftMs <= 0;
  return (
    <span role="timer" className={css["face"]} data-over={isOver} data-stopped={timer.leftMs !== null}>
      {isOver
        ? tell("present.timer.over", { time: clockText(-leftMs) })
        : tell("present.timer.left", { time: clockText(leftMs + 999) })}
    </span>
  );
}
