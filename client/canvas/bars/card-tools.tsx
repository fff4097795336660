import { BookMarked, CircleHelp, Link2, MessageCircle, Minus, Plus, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { type Card, type CardKind, cardKinds, cardRef } from "#shared/model/index.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import type { LinkIntent } from "../../state/map-ui-store.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./bars.module.css";
import { CommentButton } from "./comment-button.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { DuplicateButton } from "./duplicate-button.tsx";
import { MarkTools } from "./mark-tools.tsx";

/** What can be done with one card. */
export function CardTools({ card, onSources }: Readonly<{ card: Card; onSources: () => void }>) {
  const t = useWords();
  const { actions } = useCanvas();
  const startConnecting = useMapUi((state) => state.startConnecting);
  const ref = cardRef(card.id);
  const add = (intent: LinkIntent, label: string, icon: ReactNode) => (
    <Button size="small" variant="quiet" icon={icon} onPress={() => actions.addLinked(ref, intent)}>
      {label}
    </Button>
  );
  return (
    <>
      <Segmented<CardKind>
        label={t("selection.kind")}
        value={card.kind}
        onChange={(kind) => actions.retype(card.id, kind)}
        options={cardKinds.map((kind) => ({ value: kind, label: t(`card.kind.${kind}`) }))}
      />
      <div className={css["part"]}>
        {card.kind === "question" ? (
          <>
            {add("answer", t("selection.answer"), <MessageCircle size={16} />)}
            {add("part", t("selection.part"), <CircleHelp size={16} />)}
          </>
        ) : (
          <>
            {add("because", t("selection.because"), <Plus size={16} className={css["support"]} />)}
            {add("but", t("selection.but"), <Minus size={16} className={css["oppose"]} />)}
          </>
        )}
      </div>
      <div className={css["part"]}>
        <IconButton
          label={t(card.kind === "question" ? "selection.linkAnswer" : "selection.linkReason")}
          shortcut="L"
          tooltipPlacement="top"
          onPress={() => startConnecting(ref, card.kind === "question" ? "answer" : "because")}
        >
          <Link2 size={17} />
        </IconButton>
        {card.kind === "question" ? null : (
          <>
            <IconButton
              label={t("selection.contradict")}
              shortcut="C"
              tooltipPlacement="top"
              onPress={() => startConnecting(ref, "conflict")}
            >
              <Zap size={17} />
            </IconButton>
            <IconButton
              label={t("selection.sources")}
              shortcut="B"
              tooltipPlacement="top"
              onPress={onSources}
            >
              <BookMarked size={17} />
            </IconButton>
          </>
        )}
        <CommentButton />
        <MarkTools cards={[card]} alsoRare={["reverse", "unlink"]}>
          <DuplicateButton onPress={() => actions.duplicateSelected()} />
        </MarkTools>
        <DeleteButton onPress={() => actions.deleteSelected()} />
      </div>
    </>
  );
}
