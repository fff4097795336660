import {
  ChevronLeft,
  ChevronRight,
  CircleHelp,
  LogOut,
  MonitorOff,
  Smartphone,
  Snowflake,
} from "lucide-react";
import { placeAfter } from "#shared/presenting/index.ts";
import type { StagePlace } from "#shared/protocol/stage.ts";
import { useMapMeta, useSession } from "../../session/session-context.tsx";
import { useDocumentTitle } from "../../shell/document-title.ts";
import { StageCanvas, useShowing, useStageKeys } from "../../stage/index.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { Announcer } from "./announcer.tsx";
import { AudienceFacts } from "./audience-facts.tsx";
import { HandOverMenu } from "./hand-over-menu.tsx";
import css from "./notes-screen.module.css";
import { NotesText } from "./notes-text.tsx";
import { PacingFacts } from "./pacing-facts.tsx";
import { PollPart } from "./poll-part.tsx";
import { type PresentPageProps, PresentRoom } from "./present-room.tsx";
import { usePresenter } from "./presenter-context.ts";
import { StepList } from "./step-list.tsx";
import { TalkDialogs } from "./talk-dialogs.tsx";
import { TimerControl } from "./timer-control.tsx";
import { useAudienceCount } from "./use-audience-count.ts";
import { useFoundSteps } from "./use-found-steps.ts";
import { usePresentWords } from "./use-present-words.ts";
import { useRunKey } from "./use-run-key.ts";
import { type TalkWindow, useTalkWindow } from "./use-talk-window.ts";
import { WordOffer } from "./word-offer.tsx";

/** `/m/:id/present/notes`: what only the presenter sees. */
export function NotesScreen({ StillCanvas, ...access }: PresentPageProps) {
  return (
    <PresentRoom {...access}>
      <Desk StillCanvas={StillCanvas} />
    </PresentRoom>
  );
}

function Desk({ StillCanvas }: Pick<PresentPageProps, "StillCanvas">) {
  const t = useWords();
  const tell = usePresentWords();
  const { doc } = useSession();
  const { title } = useMapMeta();
  const { stage, steps, actions, hasWord, showing } = usePresenter();
  const window_ = useTalkWindow();
  const digits = useStageKeys(useRunKey(window_, false), (number) => hasWord && actions.goToNumber(number));
  const next = placeAfter(doc, steps, stage.place);
  const all = useFoundSteps("");
  const audience = useAudienceCount();
  useDocumentTitle(`${tell("present.windowTitle")} – ${title || t("map.untitled")}`);
  return (
    <div className={css["desk"]}>
      <header className={css["head"]}>
        <h1>{tell("present.windowTitle")}</h1>
        <PacingFacts />
        <WordOffer />
        {digits ? <output className={css["digits"]}>{digits}</output> : null}
        <DeskButtons window={window_} />
      </header>
      <main className={css["pictures"]}>
        <section className={css["now"]} aria-label={tell("present.current")}>
          <h2>
            {tell("present.current")}
            {stage.held ? <strong className={css["state"]}>{tell("present.freeze")}</strong> : null}
            {stage.blank ? <strong className={css["state"]}>{tell("present.blanked")}</strong> : null}
          </h2>
          <div className={css["canvas"]}>
            <Preview StillCanvas={StillCanvas} place={stage.place} isNow isLaser={window_.isLaser} />
          </div>
        </section>
        <section className={css["next"]} aria-label={tell("present.nextUp")}>
          <h2>{tell("present.nextUp")}</h2>
          <div className={css["canvas"]} inert>
            {next ? (
              <Preview StillCanvas={StillCanvas} place={next} isNow={false} />
            ) : (
              <p className={css["end"]}>{tell("present.empty")}</p>
            )}
          </div>
        </section>
      </main>
      <section className={css["notes"]} aria-label={tell("present.notes")}>
        <NotesText />
      </section>
      <aside className={css["side"]}>
        <nav className={css["steps"]} aria-label={tell("present.steps")}>
          <h2>
            {tell("present.steps")}
            {showing ? (
              <span>{tell("present.stepOf", { number: showing.number, count: showing.count })}</span>
            ) : null}
          </h2>
          <StepList steps={all} onChoose={(step) => hasWord && actions.jump({ step: step.id, beat: 0 })} />
        </nav>
        <PollPart people={audience?.followers ?? null} />
        <TimerControl />
        <AudienceFacts audience={audience} />
      </aside>
      <Announcer />
      <TalkDialogs window={window_} />
    </div>
  );
}

function DeskButtons({ window: window_ }: Readonly<{ window: TalkWindow }>) {
  const tell = usePresentWords();
  const { stage, hasWord, actions } = usePresenter();
  return (
    <div className={css["buttons"]}>
      {hasWord ? (
        <>
          <Button icon={<ChevronLeft size={18} />} onPress={actions.previous}>
            {tell("present.previous")}
          </Button>
          <Button variant="primary" icon={<ChevronRight size={18} />} onPress={actions.next}>
            {tell("present.next")}
          </Button>
          <IconButton
            label={tell(stage.blank ? "present.unblank" : "present.blank")}
            shortcut="B"
            onPress={actions.turnBlank}
          >
            <MonitorOff size={18} />
          </IconButton>
          <IconButton
            label={tell(stage.held ? "present.unfreeze" : "present.freeze")}
            shortcut="Z"
            onPress={actions.turnFreeze}
          >
            <Snowflake size={18} />
          </IconButton>
          <HandOverMenu />
          <IconButton label={tell("present.remote")} onPress={() => window_.open("remote")}>
            <Smartphone size={18} />
          </IconButton>
        </>
      ) : null}
      <IconButton label={tell("present.help")} shortcut="?" onPress={() => window_.open("help")}>
        <CircleHelp size={18} />
      </IconButton>
      <IconButton label={tell("present.leave")} shortcut="Esc" onPress={() => window_.open("leave")}>
        <LogOut size={18} />
      </IconButton>
    </div>
  );
}

type PreviewProps = Pick<PresentPageProps, "StillCanvas"> &
  Readonly<{ place: StagePlace; isNow: boolean; isLaser?: boolean }>;

/** A picture of a place in the talk: the present one with what the step will bring, pale. */
function Preview({ StillCanvas, place, isNow, isLaser = false }: PreviewProps) {
  const { stage, hasWord, actions } = usePresenter();
  const showing = useShowing(stage.presentation, place);
  if (!showing) return null;
  // While the audience is held at another step, what is spoken about stands there.
  const isTheirs = isNow && (stage.held === null || stage.held.step === place.step);
  return (
    <StageCanvas
      StillCanvas={StillCanvas}
      showing={showing}
      focus={isTheirs ? stage.focus : null}
      isSpotlit={isTheirs && stage.spotlight}
      hasGhosts={isNow}
      transition="cut"
      placeKey={`${place.step} ${place.beat}`}
      isDriven
      isLaser={isLaser && hasWord}
      onFocus={isNow && hasWord ? actions.focusOn : undefined}
    />
  );
}
