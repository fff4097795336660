import { useMemo, useSyncExternalStore } from "react";
import { isSameData } from "#shared/lib/same-data.ts";
import type { CardId } from "#shared/model/index.ts";
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

/** The same on the lower edge of a card that is an element; farther off it is drawn. */
export function FareNote(props: CardFareProps) {
  const fare = useFare(props);
  return fare ? (
    <div className={css["note"]}>
      <FareMark fare={fare} />
    </div>
  ) : null;
}

function useFare({ weighing, layer, id }: CardFareProps): Fare | undefined {
  const read = useMemo(() => {
    let last: Fare | undefined;
    return () => {
      const now = weighing.fareOf(layer, id);
      if (!isSameData(last, now)) last = now;
      return last;
    };
  }, [weighing, layer, id]);
  return useSyncExternalStore(weighing.subscribe, read);
}
