import { useCallback, useMemo, useSyncExternalStore } from "react";
import { cardMetrics } from "#shared/diagram/index.ts";
import { measureText } from "#shared/diagram/text/measure-text.ts";
import { isSameData } from "#shared/lib/same-data.ts";
import type { CardId } from "#shared/model/index.ts";
import { weighing as words } from "../../words/en/weighing.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useCanvas, useCardBox } from "../canvas-context.tsx";
import { fareBar, fareSize } from "./fare-look.ts";
import { FareMark } from "./fare-mark.tsx";
import css from "./fare-note.module.css";
import type { Fare, FareLayer } from "./weighed.ts";
import type { Weighing } from "./weighing.ts";

export type CardFareProps = Readonly<{ weighing: Weighing; layer: FareLayer; id: CardId }>;

/** How one card fares, anew when that changes. */
export function CardFare(props: CardFareProps) {
  const fare = useFare(props);
  return fare ? <FareMark fare={fare} /> : null;
}

/** Where the count of what is collapsed ends, which stands at the left; canvas pixels, by its digits. */
const besideCount = { startPx: 50, digitPx: 8 } as const;
/** Where the count of threads begins, from the card's right side. */
const besideThreadsPx = 128;

/**
 * The same on the lower edge of a card that is an element, between what else stands there; its sign alone where there is
 * no room for a word. Farther off it is drawn.
 */
export function FareNote(props: CardFareProps) {
  const { id } = props;
  const tell = useLaterWords(words);
  const { visibility, session } = useCanvas();
  const { openTalk } = session;
  const fare = useFare(props);
  const width = useCardBox(id)?.width ?? 0;
  const count = useSyncExternalStore(visibility.onChange, () => visibility.countBelow(id));
  const hearTalk = useCallback((listener: () => void) => openTalk.subscribe(id, listener), [openTalk, id]);
  const threads = useSyncExternalStore(hearTalk, () => openTalk.on(id)?.threads ?? 0);
  if (!fare) return null;
  const left = count > 0 ? besideCount.startPx + besideCount.digitPx * `+${count}`.length : fareSize.leftPx;
  const right = threads > 0 ? besideThreadsPx : 0;
  const said = fare.kind === "standing" ? tell(`weighing.standing.${fare.standing}`) : fare.text;
  return (
    <div className={css["note"]} style={{ left: left - cardMetrics.borderPx }}>
      <FareMark fare={fare} isBrief={left + wholeWidth(fare, said) + right > width} />
    </div>
  );
}

function wholeWidth({ kind }: Fare, said: string): number {
  const { padPx, gapPx, signPx, typePx } = fareSize;
  const markPx = kind === "standing" ? signPx : fareBar.widthPx;
  return 2 * padPx + markPx + gapPx + measureText(said, { weight: 600, sizePx: typePx });
}

function useFare({ weighing, layer, id }: CardFareProps): Fare | undefined {
  const subscribe = useCallback((listener: () => void) => weighing.subscribeTo(id, listener), [weighing, id]);
  const read = useMemo(() => {
    let last: Fare | undefined;
    return () => {
      const now = weighing.fareOf(layer, id);
      if (!isSameData(last, now)) last = now;
      return last;
    };
  }, [weighing, layer, id]);
  return useSyncExternalStore(subscribe, read);
}
