import { ChevronsDownUp, ChevronsUpDown } from "lucide-react";
import { memo, useCallback, useRef, useSyncExternalStore } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import { type Group, type GroupId, modelLimits } from "#shared/model/index.ts";
import { useRecord, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUi, useMapUiStore } from "../../state/map-ui-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { useGroupDrag } from "../gestures/use-group-drag.ts";
import { backToCanvas } from "../view/back-to-canvas.ts";
import css from "./group-layer.module.css";
import { OnCanvas } from "./on-canvas.tsx";
import { regionOf } from "./region.ts";

/** The named regions that are elements; their ground is drawn. */
export const GroupLayer = memo(function GroupLayer({ ids }: Readonly<{ ids: readonly GroupId[] }>) {
  return (
    <OnCanvas>
      {ids.map((id) => (
        <GroupRegion key={id} id={id} />
      ))}
    </OnCanvas>
  );
});

const GroupRegion = memo(function GroupRegion({ id }: Readonly<{ id: GroupId }>) {
  const t = useWords();
  const { scene } = useCanvas();
  const group = useRecord("group", id);
  const bounds = useStable(
    (listener) => scene.subscribe(id, listener),
    () => scene.groupBounds(id),
    sameRect,
  );
  const isNaming = useMapUi((state) => state.naming === id);
  const isCollapsed = useMapUi((state) => state.collapsedGroups.has(id));
  if (!group || !bounds) return null;
  const title = group.title || t("group.untitled");
  const region = regionOf(bounds);
  return (
    <section
      className={css["region"]}
      aria-label={t("group.label", { title })}
      style={{ left: region.x, top: region.y, width: region.width, height: region.height }}
    >
      <div className={css["head"]}>
        {isNaming ? <GroupName group={group} /> : <GroupHead id={id} title={title} />}
        <GroupToggle id={id} title={title} isCollapsed={isCollapsed} />
      </div>
      {isCollapsed ? (
        <p className={css["count"]}>{t("group.cards", { count: [...scene.cardsIn(id)].length })}</p>
      ) : null}
    </section>
  );
});

/** The name of a region, by which it is taken: a press selects its cards, a drag moves them. */
function GroupHead({ id, title }: Readonly<{ id: GroupId; title: string }>) {
  const { scene } = useCanvas();
  const { canEdit } = useSessionStatus();
  const ui = useMapUiStore();
  const drag = useGroupDrag(id);
  const selectCards = () => ui.getState().select(scene.cardsIn(id));
  const startNaming = () => {
    if (canEdit) ui.getState().startNaming(id);
  };
  return (
    <button
      type="button"
      dir="auto"
      data-group={id}
      className={`${css["name"]} nodrag nopan`}
      onClick={selectCards}
      onFocus={(event) => {
        // Whoever comes by keyboard means the group as much as whoever presses.
        if (event.currentTarget.matches(":focus-visible")) selectCards();
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
        startNaming();
      }}
      onKeyDown={(event) => {
        if (event.key !== "F2") return;
        event.stopPropagation();
        startNaming();
      }}
      {...drag}
    >
      {title}
    </button>
  );
}

function GroupToggle(props: Readonly<{ id: GroupId; title: string; isCollapsed: boolean }>) {
  const t = useWords();
  const ui = useMapUiStore();
  const label = t(props.isCollapsed ? "group.open" : "group.collapse", { title: props.title });
  return (
    <button
      type="button"
      className={`${css["toggle"]} nodrag nopan`}
      aria-label={label}
      aria-expanded={!props.isCollapsed}
      title={label}
      onClick={() => ui.getState().toggleGroupCollapsed(props.id)}
    >
      {props.isCollapsed ? <ChevronsUpDown size={14} /> : <ChevronsDownUp size={14} />}
    </button>
  );
}

/** The name being written: taken over on Enter and on leaving the field, given up on Escape. */
function GroupName({ group }: Readonly<{ group: Group }>) {
  const t = useWords();
  const tools = useCanvas();
  const stopNaming = useMapUi((state) => state.stopNaming);
  return (
    <input
      dir="auto"
      className={`${css["name"]} nodrag nopan`}
      defaultValue={group.title}
      aria-label={t("group.name")}
      maxLength={modelLimits.maxTitleChars}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
      autoFocus
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") event.currentTarget.value = group.title;
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.currentTarget.blur();
        backToCanvas(tools);
      }}
      onBlur={(event) => {
        stopNaming();
        if (event.currentTarget.value !== group.title)
          tools.actions.groups.rename(group.id, event.currentTarget.value);
      }}
    />
  );
}

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
