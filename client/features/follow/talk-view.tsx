import { BookOpenText, ChevronLeft, ChevronRight, Map as MapIcon } from "lucide-react";
import { type ComponentType, type CSSProperties, useMemo, useState } from "react";
import { VisuallyHidden } from "react-aria-components";
import type { CardId } from "#shared/model/index.ts";
import {
  firstPlace,
  lastPlace,
  placeAfter,
  placeBefore,
  playable,
  type Showing,
  stepAfter,
  stepBefore,
} from "#shared/presenting/index.ts";
import type { Stage, StagePlace } from "#shared/protocol/stage.ts";
import type { StillCanvasProps } from "../../canvas/still-canvas.tsx";
import { useMapMeta, usePeople, useSession } from "../../session/session-context.tsx";
import { type Hall, StageCanvas, useShowing, useSteps } from "../../stage/index.ts";
import { useMediaQuery } from "../../state/media-query.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { digitsVote, type Polls } from "../../voting/index.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import barCss from "./follow-bar.module.css";
import css from "./follow-room.module.css";
import { placeShown } from "./follow-state.ts";
import { FollowStatus } from "./follow-status.tsx";
import { GatherQuestion } from "./gather-question.tsx";
import { HandButton } from "./hand-button.tsx";
import { KeyHelp } from "./key-help.tsx";
import { LeaveTalk } from "./leave-talk.tsx";
import { ReadingView } from "./reading-view.tsx";
import { ShownCode } from "./shown-code.tsx";
import { Signals } from "./signals.tsx";
import { stepsBetween } from "./steps-between.ts";
import { pollNow, TalkPoll } from "./talk-poll.tsx";
import { TalkTimer } from "./talk-timer.tsx";
import { useFollow } from "./use-follow.ts";
import { type FollowKeys, useFollowKeys } from "./use-follow-keys.ts";
import { useHand } from "./use-hand.ts";
import { useAnnouncer, useStepNews } from "./use-news.ts";
import { useReading } from "./use-reading.ts";

export type TalkViewProps = Readonly<{
  stage: Stage;
  hall: Hall;
  polls: Polls;
  StillCanvas: ComponentType<StillCanvasProps>;
}>;

type ViewName = "reading" | "canvas";

/** Too narrow for a map to be read by somebody who only looks on. */
const readingQuery = "(width < 700px)";

/** A talk as it goes on: what is shown, whether one follows, and what one can say to the presenter. */
export function TalkView({ stage, hall, polls, StillCanvas }: TalkViewProps) {
  const t = useWords();
  const tell = useLaterWords(follow);
  const { doc } = useSession();
  const { title } = useMapMeta();
  const steps = useSteps(stage.presentation);
  const following = useFollow(stage);
  const { place, isFollowing } = following;
  const showing = useShowing(stage.presentation, place);
  const reading = useReading(showing);
  const hand = useHand(hall);
  const stepNews = useStepNews(showing, place.beat);
  const { news, announce } = useAnnouncer();
  const isNarrow = useMediaQuery(readingQuery);
  const [chosen, choose] = useState<ViewName | null>(null);
  const [isPanning, setPanning] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const view = chosen ?? (isNarrow ? "reading" : "canvas");
  const presenter = stage.presenter.name;
  const color = useColorOf(stage.presenter.id);
  const cards = useMemo(() => [...new Set<CardId>(reading.rows.map(({ card }) => card))], [reading.rows]);
  const vote = pollNow(polls, stage.poll, showing?.step);
  const isDark = isFollowing && stage.blank;
  const stepWords = ({ step, number, count }: Showing) =>
    [tell("follow.step", { number, count }), step.title].filter(Boolean).join(": ");

  function go(to: StagePlace | null) {
    if (!to) return;
    following.leave(to);
    setPanning(false);
  }
  /** A hand moved the canvas: from now on only a hand does. */
  function handleLeft() {
    if (isPanning && !isFollowing) return;
    following.leave(place);
    setPanning(true);
  }
  function rejoin() {
    setPanning(false);
    following.rejoin();
  }
  const next = () => go(placeAfter(doc, steps, place));
  const previous = () => go(placeBefore(doc, steps, place));
  const votesByDigit = vote !== null && !isDark && digitsVote(polls, vote.poll);
  function goToNumber(number: number) {
    const step = playable(doc, steps)[number - 1];
    if (step) go({ step: step.id, beat: 0 });
  }
  const keys: FollowKeys = {
    next,
    previous,
    nextStep: () => go(stepAfter(doc, steps, place)),
    previousStep: () => go(stepBefore(doc, steps, place)),
    first: () => go(firstPlace(doc, steps)),
    last: () => go(lastPlace(doc, steps)),
    gather: rejoin,
    hand: () => void (hand.place === null ? hand.raise(null) : hand.lower()),
    overview: () => choose(view === "reading" ? "canvas" : "reading"),
    fullscreen: toggleFullscreen,
    help: () => setHelping(true),
    leave: () => setLeaving(true),
  };
  const digits = useFollowKeys(keys, votesByDigit ? null : goToNumber);

  const readingView = showing ? (
    <ReadingView
      showing={showing}
      reading={reading}
      focus={isFollowing ? stage.focus : null}
      isSpotlit={isFollowing && stage.spotlight}
      isDriven={isFollowing && view === "reading"}
    />
  ) : null;

  return (
    <div
      className={css["talk"]}
      data-following={isFollowing}
      style={{ "--presenter": color } as CSSProperties}
    >
      <header>
        <div className={css["head"]}>
          <h1 className={css["title"]}>
            <bdi>{title || t("map.untitled")}</bdi>
          </h1>
          {stage.timer ? <TalkTimer timer={stage.timer} /> : null}
          <Segmented<ViewName>
            label={tell("follow.view")}
            value={view}
            onChange={choose}
            options={[
              {
                value: "reading",
                label: tell("follow.reading"),
                icon: <BookOpenText size={15} aria-hidden="true" />,
              },
              {
                value: "canvas",
                label: tell("follow.canvas"),
                icon: <MapIcon size={15} aria-hidden="true" />,
              },
            ]}
          />
        </div>
        <FollowStatus
          isFollowing={isFollowing}
          presenter={presenter}
          ahead={stepsBetween(doc, steps, place, placeShown(stage))}
          step={view === "canvas" && showing ? stepWords(showing) : null}
          onRejoin={rejoin}
        />
      </header>
      <main className={css["main"]}>
        {isDark ? <p className={css["dark"]}>{tell("follow.blank", { name: presenter })}</p> : null}
        {vote && !isDark ? <TalkPoll polls={polls} {...vote} presenter={presenter} /> : null}
        {stage.showsCode && stage.code && !isDark ? <ShownCode code={stage.code} /> : null}
        {isDark || !showing ? null : view === "canvas" ? (
          <>
            <div className={css["canvas"]}>
              <StageCanvas
                StillCanvas={StillCanvas}
                showing={showing}
                transition={showing.step.transition}
                placeKey={`${place.step} ${place.beat}`}
                focus={isFollowing ? stage.focus : null}
                isSpotlit={isFollowing && stage.spotlight}
                hasGhosts={false}
                isDriven={!isPanning}
                onLeft={handleLeft}
                onFocus={(key) => key !== null && handleLeft()}
              />
            </div>
            <VisuallyHidden>{readingView}</VisuallyHidden>
          </>
        ) : (
          <div className={css["scroll"]}>{readingView}</div>
        )}
      </main>
      <footer className={barCss["bar"]}>
        <div className={barCss["group"]}>
          <HandButton hand={hand} cards={cards} />
        </div>
        <Signals hall={hall} presenter={presenter} announce={announce} />
        <div className={barCss["group"]}>
          <IconButton label={tell("follow.previous")} shortcut="←" onPress={previous}>
            <ChevronLeft size={20} />
          </IconButton>
          <IconButton label={tell("follow.next")} shortcut="→" onPress={next}>
            <ChevronRight size={20} />
          </IconButton>
        </div>
      </footer>
      {digits ? (
        <output className={css["digits"]} aria-live="off">
          {digits}
        </output>
      ) : null}
      <LeaveTalk isOpen={isLeaving} onOpenChange={setLeaving} hand={hand} />
      <KeyHelp isOpen={isHelping} onOpenChange={setHelping} />
      <GatherQuestion
        isAsked={following.isAsked}
        presenter={presenter}
        onJoin={rejoin}
        onStay={following.stay}
      />
      <VisuallyHidden>
        <div role="status">
          <span key={stepNews.key}>{stepNews.text}</span>
        </div>
        <div role="status">
          <span key={news.key}>{news.text}</span>
        </div>
      </VisuallyHidden>
    </div>
  );
}

function toggleFullscreen() {
  const root = document.documentElement;
  // Where the browser refuses, the page stays as it is.
  void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()).catch(
    () => undefined,
  );
}

/** The colour by which the presenter goes on the map, as last seen. */
function useColorOf(clientId: number): string {
  const people = usePeople();
  const known = people.find((peer) => peer.clientId === clientId)?.user.color;
  const [last, setLast] = useState(known);
  if (known !== undefined && known !== last) setLast(known);
  return known ?? last ?? "var(--focus)";
}
