import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect } from "react";
import { pacingOf, timeLeft } from "#shared/presenting/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useDocumentTitle } from "../../shell/document-title.ts";
import { useStageNow } from "../../stage/index.ts";
import { Button } from "../../ui/button.tsx";
import { Announcer } from "./announcer.tsx";
import { NotesText } from "./notes-text.tsx";
import { PacingFacts } from "./pacing-facts.tsx";
import { PollPart } from "./poll-part.tsx";
import { type PresentPageProps, PresentRoom } from "./present-room.tsx";
import { usePresenter } from "./presenter-context.ts";
import css from "./remote-screen.module.css";
import { TimerFace } from "./timer-face.tsx";
import { useAudienceCount } from "./use-audience-count.ts";
import { usePresentWords } from "./use-present-words.ts";
import { useStepName } from "./use-step-name.ts";
import { WordOffer } from "./word-offer.tsx";

/** With so little time left the phone tells the hand. */
const lastMs = 60_000;
const buzz = [200, 100, 200];

/** `/m/:id/present/remote`: a phone in the presenter's hand. */
export function RemoteScreen(access: Omit<PresentPageProps, "StillCanvas">) {
  return (
    <PresentRoom {...access} isRemote>
      <Remote />
    </PresentRoom>
  );
}

function Remote() {
  const tell = usePresentWords();
  const { stage, showing, hasWord, actions } = usePresenter();
  const nameOf = useStepName();
  useDocumentTitle(tell("present.remote.title"));
  useLastMinute();
  const hasPoll = hasWord && Boolean(showing?.step.poll);
  const people = useAudienceCount(hasPoll)?.followers ?? null;
  return (
    <div className={css["remote"]}>
      <header className={css["head"]}>
        <h1 dir="auto">{showing ? nameOf(showing.step, showing.number) : tell("present.empty")}</h1>
        {showing ? (
          <span className={css["number"]}>
            {tell("present.stepOf", { number: showing.number, count: showing.count })}
          </span>
        ) : null}
        {stage.timer ? <TimerFace timer={stage.timer} /> : null}
      </header>
      <main className={css["main"]}>
        <NotesText />
        <PacingFacts />
        {hasPoll ? <PollPart people={people} /> : null}
      </main>
      <WordOffer />
      <footer className={css["foot"]}>
        <Button size="large" isDisabled={!hasWord} onPress={actions.turnBlank}>
          {tell(stage.blank ? "present.unblank" : "present.blank")}
        </Button>
        <div className={css["ways"]}>
          <Button
            size="large"
            isDisabled={!hasWord}
            icon={<ChevronLeft size={28} />}
            onPress={actions.previous}
          >
            {tell("present.previous")}
          </Button>
          <Button
            size="large"
            variant="primary"
            isDisabled={!hasWord}
            icon={<ChevronRight size={28} />}
            onPress={actions.next}
          >
            {tell("present.next")}
          </Button>
        </div>
      </footer>
      <Announcer />
    </div>
  );
}

/** When the last minute of the timer, or of the time planned for the talk, begins, the phone vibrates where it can. */
function useLastMinute(): void {
  const { doc } = useSession();
  const { stage, steps } = usePresenter();
  const now = useStageNow(1_000);
  const { total } = pacingOf(doc, steps, stage, now);
  const leftOfTalk = total.plannedMs === null ? Number.POSITIVE_INFINITY : total.plannedMs - total.spentMs;
  const leftMs = stage.timer ? timeLeft(stage.timer, now) : leftOfTalk;
  const isLast = leftMs <= lastMs && leftMs > 0;
  useEffect(() => {
    if (isLast) navigator.vibrate?.(buzz);
  }, [isLast]);
}
