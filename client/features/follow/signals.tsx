import { ChevronsRight, LifeBuoy, Turtle } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { ToggleButton } from "react-aria-components";
import type { Signal } from "#shared/protocol/audience.ts";
import type { Hall } from "../../stage/index.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-bar.module.css";
import { useTold } from "./use-told.ts";

/** Named again, because the protocol's own file brings what checks requests at the server. */
const signals = ["slower", "faster", "lost"] as const satisfies readonly Signal[];
const icons: Readonly<Record<Signal, ReactNode>> = {
  faster: <ChevronsRight size={18} aria-hidden="true" />,
  slower: <Turtle size={18} aria-hidden="true" />,
  lost: <LifeBuoy size={18} aria-hidden="true" />,
};
/** After this the server no longer counts it. */
const fadesAfterMs = 180_000;

export type SignalsProps = Readonly<{
  hall: Hall;
  presenter: string;
  /** Says it to those who do not see the button. */
  announce: (text: string) => void;
}>;

/** Faster, slower, lost: told without a name, one at a time. */
export function Signals({ hall, presenter, announce }: SignalsProps) {
  const tell = useLaterWords(follow);
  const told = useTold();
  const [given, setGiven] = useState<Signal | null>(null);
  useEffect(() => {
    if (given === null) return;
    const timer = setTimeout(() => setGiven(null), fadesAfterMs);
    return () => clearTimeout(timer);
  }, [given]);

  async function give(signal: Signal | null) {
    const before = given;
    setGiven(signal);
    const sent = await hall.audience.signal(signal);
    if (!sent.ok) {
      setGiven(before);
      told(sent.error);
    } else if (signal) announce(tell("follow.signal.sent", { signal: tell(`follow.signal.${signal}`) }));
    else announce(tell("follow.signal.taken"));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div role="group" className={css["group"]} aria-label={tell("follow.signal", { name: presenter })}>
      {signals.map((signal) => (
        <ToggleButton
          key={signal}
          className={css["tool"] ?? ""}
          isSelected={given === signal}
          onChange={(isGiven) => void give(isGiven ? signal : null)}
        >
          {icons[signal]}
          <span>{tell(`follow.signal.${signal}`)}</span>
        </ToggleButton>
      ))}
    </div>
  );
}
