import {
  type ComponentType,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Theme } from "#shared/diagram/index.ts";
import type { MapView, RecordId } from "#shared/model/index.ts";
import { type Arrangement, type Showing, type Shown, spotOn } from "#shared/presenting/index.ts";
import type { StillCanvasProps } from "../canvas/still-canvas.tsx";
import { flight } from "../canvas/view/flight.ts";
import { useFareNotes } from "../canvas/weighing/use-fare-notes.tsx";
import { noFilter } from "../state/card-filter.ts";
import { createMapUiStore } from "../state/map-ui-store.ts";
import { ThemeChange, useTheme } from "../state/theme.ts";
import { roomColors, roomTheme } from "./room-theme.ts";
import css from "./stage.module.css";
import { useStageTools } from "./stage-context.tsx";
import { StageDriver, type StageDriverProps } from "./stage-driver.tsx";
import { type InView, StageSession } from "./stage-session.ts";

export type StageCanvasProps = Omit<StageDriverProps, "camera" | "arrangement" | "step"> &
  Readonly<{
    /** Handed in: imported by what is fetched later, the canvas would be taken apart into two files. */
    StillCanvas: ComponentType<StillCanvasProps>;
    showing: Showing;
    /** What is spoken about. */
    focus: RecordId | null;
    /** Whether all but that is pale. */
    isSpotlit: boolean;
    /** Whether what the rest of the step will bring is there already, pale: for who presents. */
    hasGhosts: boolean;
    children?: ReactNode;
  }>;

/** The canvas as a talk shows it: so much of the map as is in view, where the step looks. Nothing can be changed on it. */
export function StageCanvas(props: StageCanvasProps) {
  const { session, talkMap } = useStageTools();
  const { showing, hasGhosts } = props;
  const arrangement = useMemo(() => talkMap.arrangementAt(showing.step), [talkMap, showing]);
  const inView = useMemo(
    (): InView =>
      showing.visible === "all" || !hasGhosts
        ? showing.visible
        : withGhosts(session.doc, showing.visible, showing.toCome),
    [session, showing, hasGhosts],
  );
  const [first] = useState({ inView, places: arrangement.places });
  const [stage, setStage] = useState<StageSession | null>(null);
  useEffect(() => {
    const opened = new StageSession(session, first.inView, first.places);
    setStage(opened);
    return () => {
      setStage(null);
      opened.dispose();
    };
  }, [session, first]);
  return stage ? <OpenStage {...props} stage={stage} inView={inView} arrangement={arrangement} /> : null;
}

function OpenStage({
  StillCanvas,
  showing,
  focus,
  isSpotlit,
  hasGhosts,
  children,
  stage,
  inView,
  arrangement,
  ...driver
}: StageCanvasProps & Readonly<{ stage: StageSession; inView: InView; arrangement: Arrangement }>) {
  const { session, talkMap, weighing } = useStageTools();
  const theme = useTheme();
  const { isForRoom = false } = driver;
  const root = useFading(driver.placeKey, arrangement.key, driver.transition);
  const [ui] = useState(() => createMapUiStore({ tool: "hand" }));
  const notes = useFareNotes(weighing, showing.step.layer);
  useEffect(() => {
    // Ahead of the step that shows it, which is not to come without.
    if (talkMap.stepsOf(showing.step.presentation).some(({ layer }) => layer !== "none")) weighing.begin();
  }, [talkMap, weighing, showing]);
  useLayoutEffect(() => stage.show(inView, arrangement.places), [stage, inView, arrangement]);
  useEffect(() => {
    const lit = isSpotlit && focus ? spotOn(session.doc, focus) : showing.lit;
    const isPale = hasGhosts && showing.toCome.size > 0;
    const among = lit ?? (isPale && showing.visible !== "all" ? showing.visible : null);
    ui.getState().chooseFilter({ ...noFilter, among: among as ReadonlySet<never> | null, isDimming: true });
    ui.getState().mark([...showing.emphasised] as never[]);
  }, [ui, session, showing, focus, isSpotlit, hasGhosts]);
  useEffect(() => {
    if (focus) ui.getState().select([focus]);
    else ui.getState().clearSelection();
  }, [ui, focus]);
  return (
    <div ref={root} className={css["stage"]} style={isForRoom ? roomColors(roomTheme(theme)) : undefined}>
      <ThemeChange value={isForRoom ? roomTheme : sameTheme}>
        <StillCanvas session={stage.session} ui={ui} notes={notes} leavesKeyboard>
          <StageDriver {...driver} camera={showing.camera} arrangement={arrangement} step={showing.step.id} />
          {children}
        </StillCanvas>
      </ThemeChange>
    </div>
  );
}

/** Lines come with what they join: pale cards alone say what is to come. */
function withGhosts(
  doc: Pick<MapView, "get">,
  visible: ReadonlySet<Shown>,
  toCome: ReadonlySet<Shown>,
): ReadonlySet<Shown> {
  return new Set([...visible, ...[...toCome].filter((id) => doc.get(id)?.type === "card")]);
}

function sameTheme(theme: Theme): Theme {
  return theme;
}

const fadeMs = 150;

/**
 * A step that does not come flying comes out of the dark for a moment; so does every
 * step for who wants less motion, and one whose cards stand elsewhere.
 */
function useFading(
  placeKey: string,
  arrangementKey: string,
  transition: StageDriverProps["transition"],
): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef({ placeKey, arrangementKey });
  const fade = useEffectEvent((isElsewhere: boolean) => {
    if (transition === "cut" || (transition === "fly" && !isElsewhere && flight(1) > 0)) return;
    root.current?.animate({ opacity: [0, 1] }, { duration: fadeMs });
  });
  useLayoutEffect(() => {
    const before = shown.current;
    if (before.placeKey !== placeKey) fade(before.arrangementKey !== arrangementKey);
    shown.current = { placeKey, arrangementKey };
  }, [placeKey, arrangementKey]);
  return root;
}
