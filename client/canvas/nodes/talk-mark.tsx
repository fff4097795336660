import { lazy, Suspense, useCallback, useSyncExternalStore } from "react";
import type { Ref } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";

const TalkBadge = lazy(async () => ({ default: (await import("./talk-badge.tsx")).TalkBadge }));

/** That something is being discussed or voted on; nothing where nothing is. */
export function TalkMark({ on }: Readonly<{ on: Ref }>) {
  const { openTalk } = useSession();
  // One for as long as the card is there: a new one would be given up and taken out at every rendering.
  const subscribe = useCallback(
    (listener: () => void) => openTalk.subscribe(on.id, listener),
    [openTalk, on.id],
  );
  const open = useSyncExternalStore(subscribe, () => openTalk.on(on.id));
  return open ? (
    <Suspense>
      <TalkBadge on={on} open={open} />
    </Suspense>
  ) : null;
}
