import { lazy, Suspense, useCallback, useSyncExternalStore } from "react";
import type { Ref } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";

const TalkBadge = lazy(async () => ({ default: (await import("./talk-badge.tsx")).TalkBadge }));

/** That something is being discussed or voted on; nothing where nothing is. */
export function TalkMark({ on }: Readonly<{ on: Ref }>) {
  const { openTalk } = useSession();
  const { id } = on;
  // One for as long as the card is there: a new one would be given up and taken out at every rendering.
  const subscribe = useCallback((listener: () => void) => openTalk.subscribe(id, listener), [openTalk, id]);
  const open = useSyncExternalStore(subscribe, () => openTalk.on(id));
  if (!open) return null;
  return (
    <Suspense>
      <TalkBadge on={on} count={open.threads} hasPoll={open.hasPoll} />
    </Suspense>
  );
}
