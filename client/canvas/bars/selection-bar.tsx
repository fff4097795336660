import { Toolbar } from "react-aria-components";
import { type Argument, type Card, type Conflict, getAs, type RecordId } from "#shared/model/index.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { ArgumentTools } from "./argument-tools.tsx";
import css from "./bars.module.css";
import { CardTools } from "./card-tools.tsx";
import { ConflictTools } from "./conflict-tools.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { SeveralTools } from "./several-tools.tsx";
import { useSelected } from "./use-selected.ts";

/** What can be done with what is selected; or, while a link is being made, what is still missing. */
export function SelectionBar({ onSources }: Readonly<{ onSources: (card: Card["id"]) => void }>) {
  const t = useWords();
  const { canEdit } = useSessionStatus();
  const connecting = useMapUi((state) => state.connecting);
  const stopConnecting = useMapUi((state) => state.stopConnecting);
  const isEditing = useMapUi((state) => state.editing !== null);
  const selected = useSelected();
  if (connecting) {
    return (
      <div className={css["bar"]} role="status">
        <span className={css["hint"]}>{t(`connect.hint.${connecting.intent}`)}</span>
        <Button size="small" onPress={stopConnecting}>
          {t("connect.cancel")}
        </Button>
      </div>
    );
  }
  if (selected.length === 0 || !canEdit || isEditing) return null;
  return (
    <Toolbar aria-label={t("selection.label")} className={css["bar"] ?? ""}>
      <SelectedTools keys={selected} onSources={onSources} />
    </Toolbar>
  );
}

function SelectedTools(props: Readonly<{ keys: readonly string[]; onSources: (card: Card["id"]) => void }>) {
  const { doc } = useSession();
  const { actions } = useCanvas();
  const [first] = props.keys;
  if (props.keys.length > 1) return <SeveralTools keys={props.keys} />;
  const card: Card | undefined = getAs(doc, "card", first as RecordId);
  if (card) return <CardTools card={card} onSources={() => props.onSources(card.id)} />;
  const argument: Argument | undefined = getAs(doc, "argument", first as RecordId);
  if (argument) return <ArgumentTools argument={argument} />;
  const conflict: Conflict | undefined = getAs(doc, "conflict", first as RecordId);
  if (conflict) return <ConflictTools conflict={conflict} />;
  return <DeleteButton onPress={() => actions.deleteSelected()} />;
}
