import { CircleCheck, type LucideIcon, Rabbit, TriangleAlert } from "lucide-react";
import { type Pace, pacingOf } from "#shared/presenting/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useStageNow } from "../../stage/index.ts";
import { clockText } from "./clock-text.ts";
import css from "./pacing-facts.module.css";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";

const icons: Readonly<Record<Pace, LucideIcon>> = {
  ahead: Rabbit,
  "on-time": CircleCheck,
  over: TriangleAlert,
};
const paceWords = { ahead: "present.ahead", "on-time": "present.onTime", over: "present.over" } as const;

/** The time of day, how long one has spoken, and how that is compared with the plan: by shape and words. */
export function PacingFacts() {
  const tell = usePresentWords();
  const { doc } = useSession();
  const { stage, steps } = usePresenter();
  const now = useStageNow();
  const pacing = pacingOf(doc, steps, stage, now);
  return (
    <dl className={css["facts"]}>
      <div>
        <dt>{tell("present.clock")}</dt>
        <dd className={css["clock"]}>
          {new Date(now).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
        </dd>
      </div>
      <div>
        <dt>{tell("present.elapsed")}</dt>
        <dd className={css["clock"]}>{clockText(pacing.total.spentMs)}</dd>
      </div>
      <Pacing label={tell("present.pace.step")} {...pacing.step} />
      <Pacing label={tell("present.pace.total")} {...pacing.total} />
    </dl>
  );
}

type PacingProps = Readonly<{ label: string; spentMs: number; plannedMs: number | null; pace: Pace }>;

function Pacing({ label, spentMs, plannedMs, pace }: PacingProps) {
  const tell = usePresentWords();
  const Icon = icons[pace];
  const spent = clockText(spentMs);
  return (
    <div data-pace={plannedMs === null ? undefined : pace}>
      <dt>{label}</dt>
      <dd>
        {plannedMs === null ? spent : tell("present.planned", { spent, planned: clockText(plannedMs) })}
        {plannedMs === null ? null : (
          <span className={css["pace"]}>
            <Icon size={16} aria-hidden="true" />
            {tell(paceWords[pace])}
          </span>
        )}
      </dd>
    </div>
  );
}
