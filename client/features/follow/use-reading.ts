import { useMemo, useState } from "react";
import { isSameData } from "#shared/lib/same-data.ts";
import type { RecordId } from "#shared/model/index.ts";
import { partToRead, type ReadingRow, readingOf, type Showing } from "#shared/presenting/index.ts";
import { useSession } from "../../session/session-context.tsx";

/** Of a whole map that a step is about no part of, so many cards are read; for more there is the map itself. */
const maxReadCards = 150;

/** What is read of what is shown, and how many cards of a whole map are not. */
export type Reading = Readonly<{ rows: readonly ReadingRow[]; more: number }>;

const nothing: Reading = { rows: [], more: 0 };

/** Read anew whenever what is shown or the map changes; the same reference while nothing reads otherwise. */
export function useReading(showing: Showing | null): Reading {
  const { doc } = useSession();
  const [kept, keep] = useState(nothing);
  const read = useMemo((): Reading => {
    if (!showing) return nothing;
    const { step, visible, camera, fresh } = showing;
    const about = camera.kind === "cards" && camera.cards !== "all" ? camera.cards : step.shows;
    const part =
      visible === "all" ? partToRead(doc, about, doc.records.values(), maxReadCards) : { visible, more: 0 };
    const rows = readingOf(doc, { visible: part.visible, fresh: new Set<RecordId>(fresh) });
    return { rows, more: part.more };
  }, [showing, doc]);
  if (isSameData(read, kept)) return kept;
  keep(read);
  return read;
}
