import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ThemeName } from "#shared/diagram/index.ts";
import type { PictureThemeName } from "#shared/diagram/picture/index.ts";
import { excerptOf, type PlainMap, type RecordId, type Step, type StepId } from "#shared/model/index.ts";
import { packPlainMap } from "../canvas/packed-map.ts";
import type { Fare } from "../canvas/weighing/weighed.ts";
import type { Weighing } from "../canvas/weighing/weighing.ts";
import { createThumbnailThread } from "../pictures/thumbnail.ts";
import type { ThumbnailJob } from "../pictures/thumbnail-messages.ts";
import type { OpenDoc } from "../session/open-session.ts";
import { useSession } from "../session/session-context.tsx";
import { useThemeName } from "../state/theme.ts";
import type { StepFacts } from "./step-facts.ts";

/** More cannot be told apart at the size of a thumbnail. */
const maxCards = 400;
const themes: Readonly<Record<ThemeName, PictureThemeName>> = {
  light: "color",
  dark: "dark",
  contrast: "contrast",
};

/** A picture with all that it was drawn from: where that is the same still, so is the picture. */
type Drawn = Readonly<{ from: readonly unknown[]; url: string }>;

export type ThumbnailOptions = Readonly<{
  /** What cards come to, for steps that show it; null where none does. */
  weighing: Weighing | null;
  /** Dots from left to right: twice as many as pixels on the page are sharp everywhere. */
  width: number;
}>;

/**
 * A small picture of each step, drawn in a thread and anew only when something in it has changed. Those that are to be
 * drawn wait for one another.
 */
export function useThumbnails(
  steps: readonly Step[],
  facts: readonly StepFacts[],
  { weighing, width }: ThumbnailOptions,
): (id: StepId) => string | undefined {
  const { doc } = useSession();
  const theme = themes[useThemeName()];
  const [drawn, setDrawn] = useState<ReadonlyMap<StepId, Drawn>>(new Map());
  const known = useRef(drawn);
  const weighed = useWeighed(weighing);
  const thread = useRef<ReturnType<typeof createThumbnailThread>>(undefined);

  const keep = useEffectEvent((id: StepId, from: readonly unknown[], bytes: Blob) => {
    const before = known.current.get(id);
    const next = new Map(known.current).set(id, { from, url: URL.createObjectURL(bytes) });
    if (before) URL.revokeObjectURL(before.url);
    known.current = next;
    setDrawn(next);
  });

  useEffect(() => {
    const own = createThumbnailThread();
    thread.current = own;
    return () => {
      own?.end();
      thread.current = undefined;
      for (const { url } of known.current.values()) URL.revokeObjectURL(url);
      known.current = new Map();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once more is weighed, pictures that tell of it are drawn anew
  useEffect(() => {
    const stop = new AbortController();
    const drawAll = async () => {
      for (const [index, { id }] of steps.entries()) {
        const fact = facts[index];
        if (stop.signal.aborted || !thread.current || !fact?.held) continue;
        const map = mapIn(doc, fact);
        const fares = faresOf(fact, weighing);
        const from = [
          ...[...map.records.values(), ...map.positions.values(), theme, ...litOf(fact)],
          ...[...Object.values(fact.held), ...fares.map(([, fare]) => wordOf(fare))],
        ];
        if (isSame(known.current.get(id)?.from, from)) continue;
        const dimmed = dimmedIn(map, fact);
        const picture = await thread.current.draw({
          map: packPlainMap(map),
          stretch: fact.held,
          theme,
          dimmed,
          fares,
          width,
        });
        if (picture && !stop.signal.aborted) keep(id, from, picture);
      }
    };
    void drawAll();
    return () => stop.abort();
  }, [doc, steps, facts, theme, weighing, weighed, width]);

  return useCallback((id) => drawn.get(id)?.url, [drawn]);
}

/** How often there was something new about what cards come to. */
function useWeighed(weighing: Weighing | null): number {
  const [times, setTimes] = useState(0);
  useEffect(() => weighing?.subscribe(() => setTimes((before) => before + 1)), [weighing]);
  return times;
}

function faresOf({ cards, showing }: StepFacts, weighing: Weighing | null): ThumbnailJob["fares"] {
  const layer = showing?.step.layer ?? "none";
  if (!weighing || layer === "none") return [];
  return cards.slice(0, maxCards).flatMap((id): ThumbnailJob["fares"] => {
    const fare = weighing.fareOf(layer, id);
    return fare ? [[id, fare]] : [];
  });
}

function wordOf(fare: Fare): string {
  return fare.kind === "standing" ? fare.standing : fare.text;
}

/** What is in view of a step, as a map of its own; arguments that are yet to come are left out. */
function mapIn(doc: OpenDoc, { cards, showing, places }: StepFacts): PlainMap {
  const part = excerptOf(doc, cards.slice(0, maxCards));
  const positions = new Map([...part.positions].map(([id, at]) => [id, places?.get(id) ?? at]));
  const map: PlainMap = { ...part, positions };
  const visible = showing?.visible ?? "all";
  if (visible === "all") return map;
  const records = [...map.records].filter(([id, { type }]) => {
    return type !== "argument" || (visible as ReadonlySet<RecordId>).has(id);
  });
  return { ...map, records: new Map(records) };
}

function litOf({ showing }: StepFacts): readonly unknown[] {
  return showing?.lit ? ["lit", ...showing.lit] : [];
}

function dimmedIn({ records }: PlainMap, { showing }: StepFacts): readonly RecordId[] {
  const lit = showing?.lit as ReadonlySet<RecordId> | null | undefined;
  return lit ? [...records.keys()].filter((id) => !lit.has(id)) : [];
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a !== undefined && a.length === b.length && a.every((item, index) => item === b[index]);
}
