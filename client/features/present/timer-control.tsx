import { Button } from "../../ui/button.tsx";
import { usePresenter } from "./presenter-context.ts";
import css from "./timer-control.module.css";
import { TimerFace } from "./timer-face.tsx";
import { usePresentWords } from "./use-present-words.ts";

const lengths = [1, 2, 5, 10] as const;

/** The timer that everybody sees: started, stopped, given a minute more, taken away. */
export function TimerControl() {
  const tell = usePresentWords();
  const { stage, actions } = usePresenter();
  const { timer } = stage;
  return (
    <section className={css["timer"]} aria-label={tell("present.timer")}>
      <h2>{tell("present.timer")}</h2>
      {timer ? (
        <>
          <TimerFace timer={timer} />
          <div className={css["buttons"]}>
            <Button size="small" onPress={actions.turnTimer}>
              {tell(timer.leftMs === null ? "present.timer.stop" : "present.timer.go")}
            </Button>
            <Button size="small" onPress={actions.addMinute}>
              {tell("present.timer.add")}
            </Button>
            <Button size="small" onPress={actions.clearTimer}>
              {tell("present.timer.clear")}
            </Button>
          </div>
        </>
      ) : (
        <div className={css["buttons"]}>
          {lengths.map((count) => (
            <Button key={count} size="small" onPress={() => actions.putTimer(count * 60_000)}>
              {tell("present.timer.minutes", { count })}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
