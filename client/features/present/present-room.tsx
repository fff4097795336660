import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { canEdit, type Role } from "#shared/protocol/roles.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import type { StillCanvasProps } from "../../canvas/still-canvas.tsx";
import { useSession } from "../../session/session-context.tsx";
import { type Hall, useHall, useShowing, useStage, useStageTools, useSteps } from "../../stage/index.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { useToast } from "../../ui/toast.tsx";
import { usePolls } from "../../voting/index.ts";
import { BeginPage } from "./begin-page.tsx";
import { OnlyLook } from "./only-look.tsx";
import { PresenterContext } from "./presenter-context.ts";
import { RemoteCode } from "./remote-code.ts";
import { useGoneStep } from "./use-gone-step.ts";
import { usePresentWords } from "./use-present-words.ts";
import { useTalkActions } from "./use-talk-actions.ts";
import { useWord, useWordDevice } from "./use-word.ts";

/** What a page that presents is given. */
export type PresentPageProps = Readonly<{
  /** Handed in: imported by what is fetched later, the canvas would be taken apart into two files. */
  StillCanvas: ComponentType<StillCanvasProps>;
  role: Role;
  token: string;
  reopen: () => Promise<string | undefined>;
}>;

export type PresentRoomProps = Omit<PresentPageProps, "StillCanvas"> &
  Readonly<{
    /** Whether this window is a remote in the presenter's hand. */
    isRemote?: boolean;
    children: ReactNode;
  }>;

/** What all windows that present have in common: who may, whether there is a talk, and what can be done to it. */
export function PresentRoom(props: PresentRoomProps) {
  return canEdit(props.role) ? <OpenRoom {...props} /> : <OnlyLook />;
}

function OpenRoom({ role, token, reopen, isRemote = false, children }: PresentRoomProps) {
  const stage = useStage();
  const hall = useHall({ token, reopen, isAudience: false });
  useF5Kept();
  const device = useWordDevice(stage, isRemote);
  if (!stage || stage.isOver) return <BeginPage before={stage} device={device} />;
  return (
    <OnAir stage={stage} hall={hall} role={role} device={device}>
      {children}
    </OnAir>
  );
}

type OnAirProps = Readonly<{
  stage: Stage;
  hall: Hall;
  role: Role;
  /** By what the talk knows who has the word here. */
  device: string;
  children: ReactNode;
}>;

function OnAir({ stage, hall, role, device, children }: OnAirProps) {
  const tell = usePresentWords();
  const showToast = useToast();
  const steps = useSteps(stage.presentation);
  const showing = useShowing(stage.presentation, stage.place);
  const polls = usePolls({ ...hall, role });
  const onNoCode = useCallback(() => showToast({ text: tell("present.code.failed") }), [showToast, tell]);
  const onAnsweredBefore = useCallback(
    () => showToast({ text: tell("present.poll.answered") }),
    [showToast, tell],
  );
  const actions = useTalkActions({ steps, polls, hall, device, onNoCode, onAnsweredBefore });
  const hasWord = useWord(stage, device);
  useGoneStep(stage, steps, actions, hasWord);
  const remoteCode = useRemoteCode(hall);
  const asked = showing?.step.poll;
  const poll = asked ? polls.find(asked.card, asked.kind) : undefined;
  const presenter = useMemo(
    () => ({ stage, steps, showing, hasWord, device, hall, polls, poll, actions, remoteCode }),
    [stage, steps, showing, hasWord, device, hall, polls, poll, actions, remoteCode],
  );
  return <PresenterContext value={presenter}>{children}</PresenterContext>;
}

/** As long as this window is in the talk. */
function useRemoteCode({ audience }: Hall): RemoteCode {
  const { mapId } = useSession();
  const { clock } = useStageTools();
  const [code] = useState(
    () =>
      new RemoteCode(
        audience,
        `${mapId} ${window.name}`,
        createDeviceStorage(() => window.sessionStorage),
        clock.now,
      ),
  );
  useEffect(() => () => void code.end(), [code]);
  return code;
}

/** Clickers send F5 to begin: here it never loads the page anew, whatever has the keyboard. */
function useF5Kept(): void {
  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (event.key === "F5") event.preventDefault();
    };
    window.addEventListener("keydown", keep, { capture: true });
    return () => window.removeEventListener("keydown", keep, { capture: true });
  }, []);
}
