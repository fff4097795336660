import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Source, SourceId } from "#shared/model/index.ts";
import type { FrameChange } from "../../session/record-store.ts";
import { useSession } from "../../session/session-context.tsx";

type Doc = ReturnType<typeof useSession>["doc"];

/** All sources of the map by title, and a new list only when one of them changes. */
export function useSources(): readonly Source[] {
  const { records, doc } = useSession();
  const [sources, setSources] = useState(() => readSources(doc));
  useEffect(() => {
    const refresh = () => setSources(readSources(doc));
    refresh();
    return records.subscribeAll((change) => {
      if (mayTouchSources(change, doc)) refresh();
    });
  }, [records, doc]);
  return sources;
}

/** How many citations of the map name the source. */
export function useCitationCount(id: SourceId): number {
  const { records, doc } = useSession();
  const subscribe = useCallback((listener: () => void) => records.subscribeAll(listener), [records]);
  return useSyncExternalStore(subscribe, () => countCitations(doc, id));
}

function countCitations(doc: Doc, id: SourceId): number {
  let count = 0;
  for (const record of doc.referrersOf(id)) {
    if (record.type === "card") count += record.citations.filter(({ source }) => source === id).length;
  }
  return count;
}

/** What went may have been a source; its type is no longer known. */
function mayTouchSources({ added, changed, removed }: FrameChange, doc: Doc): boolean {
  return removed.size > 0 || [...added, ...changed].some((id) => doc.get(id)?.type === "source");
}

/** O(map). */
function readSources(doc: Doc): readonly Source[] {
  const sources: Source[] = [];
  for (const record of doc.records.values()) if (record.type === "source") sources.push(record);
  return sources.sort((a, b) => a.title.localeCompare(b.title) || a.createdAt - b.createdAt);
}
