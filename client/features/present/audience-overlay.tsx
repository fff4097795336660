import { getAs } from "#shared/model/index.ts";
import type { Poll } from "#shared/talk/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { JoinCode } from "../../stage/index.ts";
import { PollCount, PollResult, useReasons } from "../../voting/index.ts";
import css from "./audience-overlay.module.css";
import { usePresenter } from "./presenter-context.ts";
import { TimerFace } from "./timer-face.tsx";
import { usePresentWords } from "./use-present-words.ts";

/** What lies over the picture on the projector: how to join, the timer, the vote; or nothing but dark. */
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
      {stage.poll ? <ShownPoll id={stage.poll.id} showsResult={stage.poll.showsResult} /> : null}
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

function ShownPoll({ id, showsResult }: Readonly<{ id: string; showsResult: boolean }>) {
  const { doc } = useSession();
  const { polls } = usePresenter();
  const poll = polls.byId(id);
  if (!poll) return null;
  const isResult = showsResult && poll.state === "revealed";
  return (
    <section className={css["poll"]} data-result={isResult}>
      <p className={css["question"]} dir="auto">
        {getAs(doc, "card", poll.card)?.text}
      </p>
      {isResult ? <ShownResult poll={poll} /> : <PollCount poll={poll} />}
    </section>
  );
}

function ShownResult({ poll }: Readonly<{ poll: Poll }>) {
  const reasons = useReasons(poll.card);
  return <PollResult poll={poll} reasons={reasons} size="projector" />;
}
