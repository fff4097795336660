import { useMemo } from "react";
import { useTheme } from "../../../state/theme.ts";
import { useCanvas } from "../../canvas-context.tsx";
import type { MarkedPicture } from "./picture.ts";

/** What the drawn map shows of this session, in this theme and language. */
export function usePicture(isElement: (key: string) => boolean): MarkedPicture {
  const { scene, session, view, visibility, ui, notes, t } = useCanvas();
  const theme = useTheme();
  return useMemo(() => {
    const marks: MarkedPicture["marks"] = { now: new Map() };
    return {
      scene,
      doc: session.doc,
      theme,
      get levels() {
        return view.levels;
      },
      kindWord: (kind) => t(`card.kind.${kind}`),
      linkWord: (tone) => t(`link.word.${tone}`),
      untitledGroup: t("group.untitled"),
      emptyText: (kind) => t(`card.placeholder.${kind}`),
      isSelected: (key) => ui.getState().selection.has(key),
      isDimmed: (key) => visibility.isDimmed(key),
      isMarked: (id) => ui.getState().marked.has(id),
      countBelow: (id) => visibility.countBelow(id),
      markAt: (key) => notes?.markAt(key) ?? marks.now.get(key),
      onCard: notes?.onCard,
      threadsOn: (id) => session.openTalk.on(id)?.threads ?? 0,
      isCovered: (key) => isElement(key) && !visibility.isDimmed(key),
      marks,
    };
  }, [scene, session, view, visibility, ui, notes, theme, t, isElement]);
}
