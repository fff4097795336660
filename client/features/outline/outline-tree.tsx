import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import {
  Button,
  Collection,
  ListLayout,
  type Selection,
  Tree,
  TreeItem,
  TreeItemContent,
  type TreeRenderProps,
  Virtualizer,
} from "react-aria-components";
import type { CardId } from "#shared/model/index.ts";
import { useNotedName } from "../../canvas/canvas-context.tsx";
import { useSessionStatus } from "../../session/session-context.tsx";
import { useMapUiStore } from "../../state/map-ui-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useOutline, useOutlineState } from "./outline-context.tsx";
import { isNode, type MoreItem, type OutlineItem, type OutlineNode } from "./outline-items.ts";
import css from "./outline-tree.module.css";
import { RowView } from "./row-view.tsx";
import { rowName } from "./row-words.ts";
import { useOutlineKeys } from "./use-outline-keys.ts";
import { useRowDrag } from "./use-row-drag.ts";

/** Before a row has been measured; most hold one line. */
const layoutOptions = { estimatedRowHeight: 34 };

/** The rows: a real tree of which only what is in sight is mounted. */
export function OutlineTree({ emptyState }: Readonly<{ emptyState: ReactNode }>) {
  const t = useWords();
  const { model, store, actions } = useOutline();
  const { canEdit } = useSessionStatus();
  const ui = useMapUiStore();
  const shown = useSyncExternalStore(model.onChange, model.shown);
  const selected = useOutlineState((state) => state.selected);
  const tree = useRef<TreeRenderProps["state"] | null>(null);
  const dragAndDropHooks = useRowDrag();
  const handleKeys = useOutlineKeys(() => tree.current?.selectionManager.focusedKey ?? null);
  const frame = useRef<HTMLDivElement>(null);
  useCalls(frame, tree);

  function handleSelection(selection: Selection) {
    const keys = selection === "all" ? model.rowsShown().map(({ key }) => key) : [...selection].map(String);
    const rows = keys.flatMap((key) => model.rowOf(key) ?? []);
    const focused = tree.current?.selectionManager.focusedKey;
    store.getState().select(new Set(keys), focused == null ? null : String(focused));
    const cards = new Set<CardId>(rows.map(({ card }) => card));
    const [only, ...others] = cards;
    if (only && others.length === 0) ui.getState().focus(only);
    else ui.getState().select(cards);
  }

  function renderItem(item: OutlineItem): ReactNode {
    return isNode(item) ? <NodeItem node={item} render={renderItem} /> : <MoreRow item={item} />;
  }

  return (
    <div ref={frame} className={css["frame"]} onKeyDownCapture={handleKeys}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions} shouldObserveItemSize>
        <Tree<OutlineItem>
          // Whether rows can be dragged is settled once in the life of a tree.
          key={canEdit ? "editor" : "viewer"}
          aria-label={t("outline.tree")}
          className={({ state }) => {
            tree.current = state;
            return css["tree"] ?? "";
          }}
          items={shown.items}
          dependencies={[t]}
          selectionMode="multiple"
          selectionBehavior="replace"
          keyboardNavigationBehavior="tab"
          escapeKeyBehavior="none"
          selectedKeys={selected}
          onSelectionChange={handleSelection}
          expandedKeys={shown.open}
          onExpandedChange={(keys) => model.openExactly(new Set([...keys].map(String)))}
          renderEmptyState={() => emptyState}
          {...(canEdit
            ? {
                dragAndDropHooks,
                onAction: (key) => {
                  const row = model.rowOf(String(key));
                  if (row) actions.write(row);
                },
              }
            : {})}
        >
          {renderItem}
        </Tree>
      </Virtualizer>
    </div>
  );
}

function NodeItem({
  node,
  render,
}: Readonly<{ node: OutlineNode; render: (item: OutlineItem) => ReactNode }>) {
  const t = useWords();
  const name = useNotedName(node.row.card, rowName(node.row, node.card, t));
  return (
    <TreeItem id={node.id} textValue={name} hasChildItems={node.canOpen} className={css["row"] ?? ""}>
      <TreeItemContent>
        <RowView node={node} />
      </TreeItemContent>
      <Collection items={node.items} dependencies={[t]}>
        {render}
      </Collection>
    </TreeItem>
  );
}

function MoreRow({ item }: Readonly<{ item: MoreItem }>) {
  const t = useWords();
  const { model } = useOutline();
  const words = t("outline.more", { count: item.count });
  return (
    <TreeItem
      id={item.id}
      textValue={words}
      className={css["row"] ?? ""}
      onAction={() => model.showMore(item.parentKey)}
    >
      <TreeItemContent>
        <Button className={css["more"] ?? ""} onPress={() => model.showMore(item.parentKey)}>
          {words}
        </Button>
      </TreeItemContent>
    </TreeItem>
  );
}

/**
 * Takes the keyboard to the row that is called, as soon as it is there. Until then the tree counts as left: otherwise it
 * takes the keyboard itself when the row that had it goes, away from a field that has just been opened.
 */
function useCalls(
  frame: Readonly<{ current: HTMLElement | null }>,
  tree: Readonly<{ current: TreeRenderProps["state"] | null }>,
): void {
  const call = useOutlineState((state) => state.call);
  const { model, store } = useOutline();
  const shown = useSyncExternalStore(model.onChange, model.shown);
  useEffect(
    () =>
      store.subscribe(({ call: now }, { call: before }) => {
        if (now !== before && now?.takesFocus) tree.current?.selectionManager.setFocused(false);
      }),
    [store, tree],
  );
  const answered = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that was called comes with one of the next changes
  useEffect(() => {
    if (!call || answered.current === call.count || !model.rowOf(call.key)) return;
    answered.current = call.count;
    const { key, takesFocus } = call;
    const answer = () => {
      const manager = tree.current?.selectionManager;
      if (takesFocus) manager?.setFocused(true);
      manager?.setFocusedKey(key);
    };
    requestAnimationFrame(() => {
      answer();
      if (takesFocus) requestAnimationFrame(() => focusRow(frame.current, key));
    });
  }, [call, shown, model, frame, tree]);
}

/** Unless it, or something in it, has the keyboard already, or one has gone elsewhere meanwhile. */
function focusRow(frame: HTMLElement | null, key: string): void {
  const { activeElement, body } = document;
  const isFree = activeElement === body || (frame?.contains(activeElement) && activeElement?.role !== "row");
  const row = frame?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(key)}"]`);
  if (row && isFree && !row.contains(activeElement)) row.focus();
}
