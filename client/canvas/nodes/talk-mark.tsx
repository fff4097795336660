import { lazy, Suspense, useSyncExternalStore } from "react";
import type { Ref } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";

const TalkBadge = lazy(async () => ({ default: (await import("./talk-badge.tsx")).TalkBadge }));

/** That something is being discussed; nothing where nothing is. */
export function TalkMark({ on }: Readonly<{ on: Ref }>) {
  const { openThreads } = useSession();
  const count = useSyncExternalStore(
    (listener) => openThreads.subscribe(on.id, listener),
    () => openThreads.countOn(on.id),
  );
  if (count === 0) return null;
  return (
    <Suspense>
      <TalkBadge on={on} count={count} />
    </Suspense>
  );
}
