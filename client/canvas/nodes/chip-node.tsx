import type { Node, NodeProps } from "@xyflow/react";
import { Link2, Zap } from "lucide-react";
import { memo, type ReactNode, useCallback, useRef, useState, useSyncExternalStore } from "react";
import { isLongLink, linkMetrics, type RelationTone } from "#shared/diagram/index.ts";
import { argumentRef } from "#shared/model/index.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { classNames } from "../../ui/class-names.ts";
import { useWords } from "../../words/use-words.ts";
import { useCanvas, useLink } from "../canvas-context.tsx";
import { type PlacedLink, wordsKeyOf } from "../scene/canvas-scene.ts";
import css from "./chip-node.module.css";
import { describeLink } from "./describe-link.ts";
import { type SproutIntent, Sprouts } from "./sprouts.tsx";
import { TalkMark } from "./talk-mark.tsx";
import { useKeyboardFocus } from "./use-keyboard-focus.ts";

export type ChipFlowNode = Node<Record<string, never>, "chip">;

const signs: Readonly<Record<RelationTone, ReactNode>> = {
  support: "+",
  backing: "+",
  oppose: "−",
  undercut: "−",
  conflict: <Zap size={12} data-undrawn />,
  answer: null,
  part: null,
};

const stepIntents: readonly SproutIntent[] = ["with", "because", "but"];

/**
 * The word on a line, and for an argument its joint: select it to work on the line, draw from it to argue about the
 * step or to add what works together with its premises.
 */
export const ChipNode = memo(function ChipNode({ id, selected }: NodeProps<ChipFlowNode>) {
  const placed = useLink(id);
  return placed ? <ChipView id={id} placed={placed} isSelected={selected} /> : null;
});

function ChipView({
  id,
  placed,
  isSelected,
}: Readonly<{ id: string; placed: PlacedLink; isSelected: boolean }>) {
  const t = useWords();
  const { doc } = useSession();
  const { scene, visibility, notes } = useCanvas();
  const { canEdit } = useSessionStatus();
  const isOnlySelected = useMapUi((state) => state.selection.size === 1 && state.selection.has(id));
  const element = useRef<HTMLDivElement>(null);
  const isTabStop = useKeyboardFocus(id, element);
  const [isPointedAt, setPointedAt] = useState(false);
  const { link, tone } = placed;
  const hear = useCallback((listener: () => void) => scene.subscribe(wordsKeyOf(id), listener), [scene, id]);
  const words = useSyncExternalStore(hear, () => describeLink(link, doc, t));
  const isDimmed = useSyncExternalStore(visibility.onChange, () => visibility.isDimmed(id));
  const isLinked = "stems" in placed.geometry && placed.geometry.stems.length > 1;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a chip holds buttons; no element says "group of these"
    <div
      ref={element}
      role="group"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words}
      aria-roledescription={t("link.role")}
      className={classNames(css["chip"], isSelected && css["selected"])}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      data-tone={tone}
      data-long={isLongLink(placed.geometry)}
      data-dimmed={isDimmed || undefined}
      style={{ width: linkMetrics.chip.widthPx, height: linkMetrics.chip.heightPx }}
    >
      {isLinked ? <Link2 size={12} aria-hidden="true" data-undrawn /> : null}
      {signs[tone] ? <span aria-hidden="true">{signs[tone]}</span> : null}
      <span>{t(`link.word.${tone}`)}</span>
      {link.kind === "argument" ? <TalkMark on={argumentRef(link.key)} /> : null}
      {notes?.noteAt(id)}
      {canEdit && link.kind === "argument" && (isPointedAt || isOnlySelected || isTabStop) ? (
        <div className={classNames(css["tools"], isOnlySelected && css["shown"])}>
          <Sprouts from={argumentRef(link.key)} intents={stepIntents} />
        </div>
      ) : null}
    </div>
  );
}
