import { useMapMeta } from "../../session/session-context.tsx";
import { useDocumentTitle } from "../../shell/document-title.ts";
import { StageCanvas, useShowing, useStageKeys } from "../../stage/index.ts";
import { useWords } from "../../words/use-words.ts";
import { Announcer } from "./announcer.tsx";
import { AudienceOverlay } from "./audience-overlay.tsx";
import { NotesText } from "./notes-text.tsx";
import { PresentBar } from "./present-bar.tsx";
import { type PresentPageProps, PresentRoom } from "./present-room.tsx";
import css from "./present-screen.module.css";
import { usePresenter } from "./presenter-context.ts";
import { ShownPoll } from "./shown-poll.tsx";
import { TalkDialogs } from "./talk-dialogs.tsx";
import { useBarHiding } from "./use-bar-hiding.ts";
import { usePresentWords } from "./use-present-words.ts";
import { useRoomZoom } from "./use-room-zoom.ts";
import { useRunKey } from "./use-run-key.ts";
import { useTalkWindow } from "./use-talk-window.ts";
import { WordOffer } from "./word-offer.tsx";

/** `/m/:id/present`: what the audience sees on the projector, and the presenter's keys. */
export function PresentScreen({ StillCanvas, ...access }: PresentPageProps) {
  return (
    <PresentRoom {...access}>
      <Projector StillCanvas={StillCanvas} />
    </PresentRoom>
  );
}

function Projector({ StillCanvas }: Pick<PresentPageProps, "StillCanvas">) {
  const t = useWords();
  const tell = usePresentWords();
  const { title } = useMapMeta();
  const { stage, actions, hasWord } = usePresenter();
  const place = stage.held ?? stage.place;
  const showing = useShowing(stage.presentation, place);
  const window_ = useTalkWindow();
  const digits = useStageKeys(useRunKey(window_, true), (number) => hasWord && actions.goToNumber(number));
  const isBarHidden = useBarHiding();
  useRoomZoom();
  useDocumentTitle(`${tell("present.title")} – ${title || t("map.untitled")}`);
  return (
    <div className={css["screen"]} data-notes={window_.hasNotes} data-quiet={isBarHidden}>
      <main className={css["picture"]} aria-label={tell("present.label")} data-laser={window_.isLaser}>
        <div className={css["stage"]}>
          {showing ? (
            <StageCanvas
              StillCanvas={StillCanvas}
              showing={showing}
              focus={stage.focus}
              isSpotlit={stage.spotlight}
              hasGhosts={false}
              transition={showing.step.transition}
              placeKey={`${place.step} ${place.beat}`}
              isDriven
              isForRoom
              isLaser={window_.isLaser && hasWord}
              onFocus={hasWord ? actions.focusOn : undefined}
            />
          ) : (
            <p className={css["empty"]}>{tell("present.empty")}</p>
          )}
        </div>
        <ShownPoll />
        <AudienceOverlay />
        {digits ? (
          <output className={css["digits"]} aria-live="off">
            {digits}
          </output>
        ) : null}
      </main>
      {window_.hasNotes ? (
        <aside className={css["notes"]} aria-label={tell("present.notes")}>
          <NotesText />
        </aside>
      ) : null}
      <WordOffer isOver />
      <PresentBar window={window_} />
      <Announcer />
      <TalkDialogs window={window_} />
    </div>
  );
}
