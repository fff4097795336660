import { ViewportPortal } from "@xyflow/react";
import { MousePointer2 } from "lucide-react";
import { memo } from "react";
import { usePeerCursors } from "../../session/session-context.tsx";
import css from "./cursor-layer.module.css";

/** The others' pointers, with their names, at the places of the canvas they point at. */
export const CursorLayer = memo(function CursorLayer() {
  const peers = usePeerCursors();
  return (
    <ViewportPortal>
      {peers.map(({ clientId, cursor, user }) =>
        cursor ? (
          <div
            key={clientId}
            className={css["cursor"]}
            style={{ transform: `translate(${cursor[0]}px, ${cursor[1]}px)`, color: user.color }}
            aria-hidden="true"
          >
            <MousePointer2 size={18} fill="currentColor" stroke="var(--panel)" />
            <span className={css["name"]} style={{ background: user.color }}>
              {user.name}
            </span>
          </div>
        ) : null,
      )}
    </ViewportPortal>
  );
});
