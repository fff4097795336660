import { useEffect, useState } from "react";
import { useSession } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";

/** The ids selected; rendered anew when the selection changes, or what is selected does. */
export function useSelected(): readonly string[] {
  const { records } = useSession();
  const selection = useMapUi((state) => state.selection);
  const [, setChanges] = useState(0);
  useEffect(
    () =>
      records.subscribeAll(({ changed, removed }) => {
        for (const id of selection) {
          if (changed.has(id as never) || removed.has(id as never)) return setChanges((count) => count + 1);
        }
      }),
    [records, selection],
  );
  return [...selection];
}
