import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { StepId, StepTransition } from "#shared/model/index.ts";
import type { Arrangement, StageCamera } from "#shared/presenting/index.ts";
import type { LaserPoint } from "#shared/protocol/stage.ts";
import { useCanvas } from "../canvas/canvas-context.tsx";
import { flight } from "../canvas/view/flight.ts";
import { boundsOfCamera, fitView } from "./fit-view.ts";
import { LaserLayer } from "./laser-layer.tsx";
import { useStageTools } from "./stage-context.tsx";
import { flightMs, StageFlight } from "./stage-flight.ts";
import { nearestZoom, stageLevels } from "./stage-levels.ts";

export type StageDriverProps = Readonly<{
  camera: StageCamera;
  /** Where the cards stand that it holds. */
  arrangement: Arrangement;
  /** How one comes to this step. */
  transition: StepTransition;
  /** Names the place: another name, and the camera looks there whatever it did before. */
  placeKey: string;
  /** With it goes what the keyboard was at on the canvas, as what is spoken about goes. */
  step: StepId;
  /** Whether the camera looks where the step does; who looks around by themselves has left. */
  isDriven: boolean;
  /** Called when this person moves the view. */
  onLeft?: (() => void) | undefined;
  /** Called with what this person's keyboard is at on the canvas. */
  onFocus?: ((key: string | null) => void) | undefined;
  /** Whether the pointer is a laser. */
  isLaser?: boolean;
  /** Whether text is held legible for the last row of a room. */
  isForRoom?: boolean;
}>;

/** Looks where the step does: the part of a stage that stands on the canvas. Shows nothing but lasers. */
export function StageDriver(props: StageDriverProps) {
  const { camera, arrangement, transition, placeKey, step, isDriven, isForRoom = false } = props;
  const { session } = useStageTools();
  const { view, scene, ui } = useCanvas();
  const fly = useMemo(() => new StageFlight(view), [view]);
  const hasBegun = useRef(false);
  const arrangedBy = useRef(arrangement.key);
  /** The place at which whoever presents moved the view by hand, and is not to be moved about any more. */
  const leftAt = useRef<string | null>(null);
  // The same again whenever the map changes: only what it says is a reason to move.
  const cameraKey = JSON.stringify(camera);
  const arrangedKey = arrangement.places
    ? JSON.stringify([
        arrangement.key,
        boundsOfCamera(session.doc, camera, arrangement, () => scene.extent()),
      ])
    : arrangement.key;
  useEffect(() => () => fly.stop(), [fly]);

  const lookAtStep = useEffectEvent((isSudden: boolean) => {
    const screen = view.screen();
    if (screen.width === 0) return;
    if (isForRoom) view.levels = stageLevels(screen.height);
    const bounds = boundsOfCamera(session.doc, camera, arrangement, () => scene.extent());
    if (!bounds || !(isDriven || !hasBegun.current)) return;
    if (leftAt.current === placeKey && !isSudden) return;
    leftAt.current = null;
    // Cards that stand elsewhere now did not fly there: one comes to them as to another picture.
    const isElsewhere = arrangedBy.current !== arrangement.key;
    arrangedBy.current = arrangement.key;
    const target = fitView(bounds, screen, nearestZoom(screen.height), isForRoom);
    fly.to(
      target,
      isSudden || isElsewhere || !hasBegun.current || transition !== "fly" ? 0 : flight(flightMs),
    );
    hasBegun.current = true;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these is a reason to look there
  useEffect(() => {
    // After the canvas's own first view, which is taken in an effect that runs later than this one.
    const frame = requestAnimationFrame(() => lookAtStep(false));
    return () => cancelAnimationFrame(frame);
  }, [placeKey, cameraKey, arrangedKey, isDriven]);

  const handleMove = useEffectEvent((isResized: boolean) => {
    if (isResized && hasBegun.current) lookAtStep(true);
    // The canvas takes its own first view as it hears of its size, after this: that is nobody's moving about.
    else if (isResized) requestAnimationFrame(() => lookAtStep(true));
    else if (hasBegun.current && !fly.isMoving) {
      fly.stop();
      if (props.onLeft) props.onLeft();
      else leftAt.current = placeKey;
    }
  });
  useEffect(() => {
    let screen = view.screen();
    return view.onMove(() => {
      const now = view.screen();
      const isResized = now.width !== screen.width || now.height !== screen.height;
      screen = now;
      handleMove(isResized);
    });
  }, [view]);

  const isForgetting = useRef(false);
  const handleFocus = useEffectEvent((key: string | null) => props.onFocus?.(key));
  useEffect(
    () =>
      ui.subscribe((now, before) => {
        if (isForgetting.current) return;
        if (now.focusCalls !== before.focusCalls || now.focused !== before.focused) handleFocus(now.focused);
      }),
    [ui],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is the reason to forget
  useEffect(() => {
    const { focused, forget } = ui.getState();
    if (focused === null) return;
    // Nobody chose that: told, it would take back what another window speaks about by now.
    isForgetting.current = true;
    forget([focused]);
    isForgetting.current = false;
  }, [ui, step]);
  return <LaserLayer own={useOwnLaser(props.isLaser ?? false)} />;
}

/** The pointer of this person as a laser: told to everybody, and drawn at once here. */
function useOwnLaser(isLaser: boolean): ((draw: (point: LaserPoint) => void) => () => void) | undefined {
  const { keeper } = useStageTools();
  const { view } = useCanvas();
  return useMemo(() => {
    if (!isLaser) return undefined;
    return (draw) => {
      const handleMove = ({ clientX, clientY }: PointerEvent) => {
        const [x, y] = view.toCanvas(clientX, clientY);
        const point = [Math.round(x), Math.round(y)] as const;
        keeper.point(point);
        draw(point);
      };
      window.addEventListener("pointermove", handleMove);
      return () => {
        window.removeEventListener("pointermove", handleMove);
        keeper.point(null);
      };
    };
  }, [isLaser, keeper, view]);
}
