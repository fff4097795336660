import { lazy, Suspense, useSyncExternalStore } from "react";
import type { Ref } from "#shared/model/index.ts";
import type { OpenThreads } from "../../session/open-threads.ts";
import { useSession } from "../../session/session-context.tsx";

const TalkBadge = lazy(async () => ({ default: (await import("./talk-badge.tsx")).TalkBadge }));

/** That something is being discussed or voted on; nothing where nothing is. */
export function TalkMark({ on }: Readonly<{ on: Ref }>) {
  const { openThreads, openPolls } = useSession();
  const count = useCount(openThreads, on.id);
  const hasPoll = useCount(openPolls, on.id) > 0;
  if (count === 0 && !hasPoll) return null;
  return (
    <Suspense>
      <TalkBadge on={on} count={count} hasPoll={hasPoll} />
    </Suspense>
  );
}

function useCount(open: OpenThreads, id: string): number {
  return useSyncExternalStore(
    (listener) => open.subscribe(id, listener),
    () => open.countOn(id),
  );
}
