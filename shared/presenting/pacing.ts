import type { MapView, Step } from "#shared/model/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import { playable } from "./places.ts";

/** How time goes compared with the plan. */
export type Pace = "ahead" | "on-time" | "over";

/** Times in milliseconds; `plannedMs` is null where nothing was planned. */
export type Pacing = Readonly<{
  step: Readonly<{ spentMs: number; plannedMs: number | null; pace: Pace }>;
  total: Readonly<{ spentMs: number; plannedMs: number | null; pace: Pace }>;
}>;

/** So much earlier or later than planned is still on time. */
const toleranceMs = 15_000;

/** How the talk goes; `stage` counts for where it is and since when. */
export function pacingOf(view: MapView, steps: readonly Step[], stage: Stage, now: number): Pacing {
  const shown = playable(view, steps);
  const at = shown.findIndex(({ id }) => id === stage.place.step);
  const seconds = shown.map((step) => step.seconds ?? 0);
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0) * 1000;
  const before = sum(seconds.slice(0, Math.max(0, at)));
  const own = shown[at]?.seconds ?? null;
  const stepSpentMs = Math.max(0, now - stage.stepAt);
  const spentMs = Math.max(0, now - stage.startedAt);
  const isPlanned = seconds.some((one) => one > 0);
  return {
    step: {
      spentMs: stepSpentMs,
      plannedMs: own === null ? null : own * 1000,
      pace: own !== null && stepSpentMs > own * 1000 ? "over" : "on-time",
    },
    total: {
      spentMs,
      plannedMs: isPlanned ? sum(seconds) : null,
      pace: isPlanned ? paceOf(spentMs, before, before + (own ?? 0) * 1000) : "on-time",
    },
  };
}

/** At a step that was planned from `from` to `until`. */
function paceOf(spentMs: number, from: number, until: number): Pace {
  if (spentMs < from - toleranceMs) return "ahead";
  return spentMs > until + toleranceMs ? "over" : "on-time";
}
