import {
  ChevronLeft,
  ChevronRight,
  CircleHelp,
  Flashlight,
  LayoutGrid,
  LogOut,
  Maximize,
  MessageSquarePlus,
  MonitorOff,
  NotebookText,
  PictureInPicture2,
  Pointer,
  QrCode,
  Snowflake,
  Timer,
  UsersRound,
  Vote,
} from "lucide-react";
import { IconButton } from "../../ui/icon-button.tsx";
import { ToggleIconButton } from "../../ui/toggle-icon-button.tsx";
import { HandOverMenu } from "./hand-over-menu.tsx";
import css from "./present-bar.module.css";
import { usePresenter } from "./presenter-context.ts";
import { usePresenterWindow } from "./presenter-window.ts";
import { usePresentWords } from "./use-present-words.ts";
import { turnFullscreen } from "./use-run-key.ts";
import { useStepName } from "./use-step-name.ts";
import type { TalkWindow } from "./use-talk-window.ts";

const size = 20;

/** The controls at the foot of the projector's page; they go away when nobody turns to them. */
export function PresentBar({ window: window_ }: Readonly<{ window: TalkWindow }>) {
  const tell = usePresentWords();
  const { stage, showing, hasWord, actions } = usePresenter();
  const openPresenterWindow = usePresenterWindow();
  const nameOf = useStepName();
  return (
    <section className={css["bar"]} aria-label={tell("present.controls")}>
      {hasWord ? (
        <>
          <IconButton label={tell("present.previous")} shortcut="←" onPress={actions.previous}>
            <ChevronLeft size={size} />
          </IconButton>
          <IconButton label={tell("present.next")} shortcut="→" onPress={actions.next}>
            <ChevronRight size={size} />
          </IconButton>
        </>
      ) : null}
      <p className={css["step"]}>
        {showing ? (
          <>
            <span className={css["number"]}>
              {tell("present.stepOf", { number: showing.number, count: showing.count })}
            </span>
            {showing.beats > 1 ? (
              <span className={css["number"]}>
                {tell("present.subStep", {
                  number: Math.min(stage.place.beat, showing.beats - 1) + 1,
                  count: showing.beats,
                })}
              </span>
            ) : null}
            <bdi className={css["name"]}>{nameOf(showing.step, showing.number)}</bdi>
          </>
        ) : (
          tell("present.empty")
        )}
        {stage.held ? <span className={css["frozen"]}>{tell("present.unfreeze")}</span> : null}
      </p>
      {hasWord ? (
        <>
          <IconButton label={tell("present.overview")} shortcut="O" onPress={() => window_.open("overview")}>
            <LayoutGrid size={size} />
          </IconButton>
          <ToggleIconButton
            label={tell("present.blank")}
            shortcut="B"
            isSelected={stage.blank}
            onChange={actions.turnBlank}
          >
            <MonitorOff size={size} />
          </ToggleIconButton>
          <ToggleIconButton
            label={tell("present.freeze")}
            shortcut="Z"
            isSelected={stage.held !== null}
            onChange={actions.turnFreeze}
          >
            <Snowflake size={size} />
          </ToggleIconButton>
          <ToggleIconButton
            label={tell("present.laser")}
            shortcut="L"
            isSelected={window_.isLaser}
            onChange={window_.turnLaser}
          >
            <Pointer size={size} />
          </ToggleIconButton>
          <ToggleIconButton
            label={tell("present.spotlight")}
            shortcut="K"
            isSelected={stage.spotlight}
            isDisabled={stage.focus === null}
            onChange={actions.turnSpotlight}
          >
            <Flashlight size={size} />
          </ToggleIconButton>
          <ToggleIconButton
            label={tell("present.timer")}
            shortcut="T"
            isSelected={stage.timer !== null}
            onChange={stage.timer ? actions.clearTimer : actions.turnTimer}
          >
            <Timer size={size} />
          </ToggleIconButton>
          {showing?.step.poll ? (
            <IconButton
              label={tell("present.poll")}
              shortcut="V"
              onPress={() => void actions.turnPoll(showing.step)}
            >
              <Vote size={size} />
            </IconButton>
          ) : null}
          <ToggleIconButton
            label={tell("present.code")}
            shortcut="Q"
            isSelected={stage.showsCode}
            onChange={() => void actions.showCode()}
          >
            <QrCode size={size} />
          </ToggleIconButton>
          <IconButton label={tell("present.capture")} shortcut="E" onPress={() => window_.open("capture")}>
            <MessageSquarePlus size={size} />
          </IconButton>
          <IconButton label={tell("present.gather")} shortcut="R" onPress={actions.gather}>
            <UsersRound size={size} />
          </IconButton>
          <HandOverMenu />
          <ToggleIconButton
            label={tell("present.notes")}
            shortcut="D"
            isSelected={window_.hasNotes}
            onChange={window_.turnNotes}
          >
            <NotebookText size={size} />
          </ToggleIconButton>
        </>
      ) : null}
      <IconButton label={tell("present.window")} shortcut="S" onPress={openPresenterWindow}>
        <PictureInPicture2 size={size} />
      </IconButton>
      <IconButton label={tell("present.fullscreen")} shortcut="F" onPress={() => void turnFullscreen()}>
        <Maximize size={size} />
      </IconButton>
      <IconButton label={tell("present.help")} shortcut="?" onPress={() => window_.open("help")}>
        <CircleHelp size={size} />
      </IconButton>
      <IconButton label={tell("present.leave")} shortcut="Esc" onPress={() => window_.open("leave")}>
        <LogOut size={size} />
      </IconButton>
    </section>
  );
}
