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
import { useSessionStatus } from "../../session/session-context.tsx";
import { useMapUiStore } from "../../state/map-ui-context.tsx";
import { useWords } from "../../words/use-words.ts";
import { useOutline, useOutlineState } from "./outline-context.tsx";
import { isNode, type MoreItem, type OutlineItem, type OutlineNode } from "./outline-model.ts";
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
  useCalls(tree);

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
    <div className={css["frame"]} onKeyDownCapture={handleKeys}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions} shouldObserveItemSize>
        <Tree<OutlineItem>
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
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => emptyState}
          {...(canEdit
            ? {
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
  return (
    <TreeItem
      id={node.id}
      textValue={rowName(node.row, node.card, t)}
      hasChildItems={node.canOpen}
      className={css["row"] ?? ""}
    >
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

/** Takes the keyboard to the row that is called, as soon as it is there. */
function useCalls(tree: Readonly<{ current: TreeRenderProps["state"] | null }>): void {
  const call = useOutlineState((state) => state.call);
  const { model } = useOutline();
  const shown = useSyncExternalStore(model.onChange, model.shown);
  const answered = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that was called comes with one of the next changes
  useEffect(() => {
    if (!call || answered.current === call.count || !model.rowOf(call.key)) return;
    const manager = tree.current?.selectionManager;
    if (!manager) return;
    answered.current = call.count;
    if (call.takesFocus) manager.setFocused(true);
    manager.setFocusedKey(call.key);
  }, [call, shown, model, tree]);
}
