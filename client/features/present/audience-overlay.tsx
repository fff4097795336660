import { JoinCode } from "../../stage/index.ts";
import css from "./audience-overlay.module.css";
import { usePresenter } from "./presenter-context.ts";
import { TimerFace } from "./timer-face.tsx";
import { usePresentWords } from "./use-present-words.ts";

/** What lies over the picture on the projector: how to join, the timer; or nothing but dark. */
export function AudienceOverlay() {
  const tell = usePresentWords();
  const { stage } = usePresenter();
  if (stage.blank)
    return (
      <div className={css["blank"]} role="img" aria-label={tell("present.blanked")} data-testid="blank" />
    );
  return (
    <>
      {stage.timer ? (
        <div className={css["timer"]}>
          <TimerFace timer={stage.timer} />
        </div>
      ) : null}
      {stage.showsCode && stage.code ? <HowToJoin code={stage.code} /> : null}
    </>
  );
}

/** At least a quarter of the screen's height, for the last row. */
function HowToJoin({ code }: Readonly<{ code: string }>) {
  const tell = usePresentWords();
  const { host, origin } = window.location;
  return (
    <section className={css["join"]} aria-label={tell("present.code.title")}>
      <div className={css["square"]}>
        <JoinCode
          address={`${origin}/j/${code}`}
          label={tell("present.code.label", { address: `${host}/j/${code}` })}
        />
      </div>
      <div className={css["how"]}>
        <p className={css["joinTitle"]}>{tell("present.code.title")}</p>
        <p>{tell("present.code.or", { address: `${host}/j` })}</p>
        <p className={css["letters"]}>{code}</p>
      </div>
    </section>
  );
}
