import { ViewportPortal } from "@xyflow/react";
import { memo, useCallback, useRef, useState, useSyncExternalStore } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import type { GroupId } from "#shared/model/index.ts";
import { useRecord, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUiStore } from "../../state/map-ui-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { groupList } from "../scene/canvas-scene.ts";
import css from "./group-layer.module.css";

/** Room between the outermost cards and the border of their region; on top also for its name. Canvas pixels. */
const paddingPx = 20;
const headPx = 30;

/** The named regions, behind everything else. */
export function GroupLayer() {
  const { scene } = useCanvas();
  const ids = useStable(
    (listener) => scene.subscribe(groupList, listener),
    () => [...scene.groups()],
    (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  );
  return (
    <ViewportPortal>
      {ids.map((id) => (
        <GroupRegion key={id} id={id} />
      ))}
    </ViewportPortal>
  );
}

const GroupRegion = memo(function GroupRegion({ id }: Readonly<{ id: GroupId }>) {
  const t = useWords();
  const { scene, actions } = useCanvas();
  const { canEdit } = useSessionStatus();
  const ui = useMapUiStore();
  const group = useRecord("group", id);
  const bounds = useStable(
    (listener) => scene.subscribe(id, listener),
    () => scene.groupBounds(id),
    sameRect,
  );
  const [isNaming, setNaming] = useState(false);
  if (!group || !bounds) return null;
  const title = group.title || t("group.untitled");
  return (
    <section
      className={css["region"]}
      aria-label={t("group.label", { title })}
      data-color={group.color ?? "grey"}
      style={{
        left: bounds.x - paddingPx,
        top: bounds.y - headPx,
        width: bounds.width + 2 * paddingPx,
        height: bounds.height + headPx + paddingPx,
      }}
    >
      {isNaming ? (
        <input
          className={`${css["name"]} nodrag nopan`}
          defaultValue={group.title}
          aria-label={t("group.name")}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
          }}
          onBlur={(event) => {
            setNaming(false);
            if (event.currentTarget.value !== group.title) actions.renameGroup(id, event.currentTarget.value);
          }}
        />
      ) : (
        <button
          type="button"
          className={`${css["name"]} nodrag nopan`}
          onClick={() => ui.getState().select(scene.cardsIn(id))}
          onDoubleClick={(event) => {
            event.stopPropagation();
            if (canEdit) setNaming(true);
          }}
        >
          {title}
        </button>
      )}
    </section>
  );
});

/** Reads something made afresh each time, and keeps the old while the new is the same. */
function useStable<T>(
  subscribe: (listener: () => void) => () => void,
  read: () => T,
  same: (a: T, b: T) => boolean,
): T {
  const last = useRef<{ value: T } | null>(null);
  const stableSubscribe = useRef(subscribe);
  return useSyncExternalStore(
    useCallback((listener) => stableSubscribe.current(listener), []),
    () => {
      const value = read();
      if (last.current && same(last.current.value, value)) return last.current.value;
      last.current = { value };
      return value;
    },
  );
}

function sameRect(a: Rect | undefined, b: Rect | undefined): boolean {
  if (!a || !b) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
