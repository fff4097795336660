import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { assert } from "#shared/lib/assert.ts";
import type { PresentationId, Step } from "#shared/model/index.ts";
import { type Showing, showingAt } from "#shared/presenting/index.ts";
import type { Stage, StagePlace } from "#shared/protocol/stage.ts";
import { useServices } from "../api/services.tsx";
import { Weighing } from "../canvas/weighing/weighing.ts";
import type { OpenSession } from "../session/open-session.ts";
import { keptStage } from "./kept-stage.ts";
import { ServerClock } from "./server-clock.ts";
import { StageKeeper } from "./stage-keeper.ts";
import { TalkMap } from "./talk-map.ts";

/** What stands behind a talk on a page. */
export type StageTools = Readonly<{
  session: OpenSession;
  keeper: StageKeeper;
  talkMap: TalkMap;
  weighing: Weighing;
  clock: ServerClock;
}>;

const StageContext = createContext<StageTools | null>(null);

export type StageProviderProps = Readonly<{
  session: OpenSession;
  /** Whether this window may say what the talk is. */
  steers: boolean;
  children: ReactNode;
}>;

/** Gives the talk about an open map to all inside; what a window that steers knows of it, it also tells the others. */
export function StageProvider({ session, steers, children }: StageProviderProps) {
  const { api } = useServices();
  const [tools, setTools] = useState<StageTools | null>(null);
  useEffect(() => {
    const kept = steers ? keptStage(session.mapId, () => window.sessionStorage, Date.now) : null;
    const keeper = new StageKeeper(session.presence, kept);
    const talkMap = new TalkMap(session.records);
    const weighing = new Weighing(session);
    const clock = new ServerClock(api);
    const stopClock = clock.follow(session);
    setTools({ session, keeper, talkMap, weighing, clock });
    return () => {
      setTools(null);
      stopClock();
      keeper.dispose();
      talkMap.dispose();
      weighing.dispose();
    };
  }, [api, session, steers]);
  return tools ? <StageContext value={tools}>{children}</StageContext> : null;
}

export function useStageTools(): StageTools {
  const tools = useContext(StageContext);
  assert(tools, "this component stands inside a StageProvider");
  return tools;
}

/** The talk as last heard of; null before there is any. */
export function useStage(): Stage | null {
  const { keeper } = useStageTools();
  return useSyncExternalStore(keeper.subscribe, () => keeper.state().stage);
}

/** Whether anybody leads the talk at present. */
export function useIsLed(): boolean {
  const { keeper } = useStageTools();
  return useSyncExternalStore(keeper.subscribe, () => keeper.state().isSaid);
}

/** The server's time, anew as often as asked in milliseconds; as it is now while `everyMs` is null. */
export function useStageNow(everyMs: number | null = 500): number {
  const { clock } = useStageTools();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (everyMs === null) return;
    setNow(clock.now());
    const timer = window.setInterval(() => setNow(clock.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}

/** The steps of a presentation in their order, hidden ones as well. */
export function useSteps(presentation: PresentationId | null): readonly Step[] {
  const { talkMap } = useStageTools();
  return useSyncExternalStore(talkMap.subscribe, () => talkMap.stepsOf(presentation));
}

/** What is to be seen at a place; as it last was when the step has gone, null only where there never was any. */
export function useShowing(presentation: PresentationId | null, place: StagePlace): Showing | null {
  const { session, talkMap } = useStageTools();
  const steps = useSteps(presentation);
  const version = useSyncExternalStore(talkMap.subscribe, talkMap.version);
  const { step, beat } = place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the map says
  const showing = useMemo(
    () => showingAt(session.doc, steps, { step, beat }),
    [session, steps, step, beat, version],
  );
  const [last, setLast] = useState(showing);
  if (showing && showing !== last) setLast(showing);
  return showing ?? last;
}
