import { useEffect, useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";

/** After others edit, what was found is looked for again at most this often. */
const againAfterMs = 400;

/** What was found, and by which words. */
export type Found = Readonly<{ query: string; ids: readonly CardId[] }>;

const nothingYet: Found = { query: "", ids: [] };

/** The cards that hold the words, kept up while the map changes. For a moment it is what other words have found. */
export function useFound(query: string): Found {
  const { search, session } = useCanvas();
  const [found, setFound] = useState(nothingYet);
  useEffect(() => {
    const look = () => setFound({ query, ids: search.find(query) });
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
