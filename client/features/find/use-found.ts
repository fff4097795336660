import { useEffect, useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";

/** After others edit, what was found is looked for again at most this often. */
const againAfterMs = 400;

/** The cards that hold the words, kept up while the map changes. */
export function useFound(query: string): readonly CardId[] {
  const { search, session } = useCanvas();
  const [found, setFound] = useState<readonly CardId[]>([]);
  useEffect(() => {
    const look = () => setFound(search.find(query));
    look();
    let timer: number | undefined;
    const stop = session.records.subscribeAll(() => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        look();
      }, againAfterMs);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [search, session, query]);
  return found;
}
