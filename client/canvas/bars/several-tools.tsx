import { BoxSelect, Link2, Zap } from "lucide-react";
import { type CardId, getAs, getStatement, type RecordId } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { commonGroup, linkableArguments } from "../commands/chosen.ts";
import { ArrangeMenu } from "./arrange-menu.tsx";
import css from "./bars.module.css";
import { DeleteButton } from "./delete-button.tsx";
import { DuplicateButton } from "./duplicate-button.tsx";
import { MarkTools } from "./mark-tools.tsx";

/** What can be done with several things at once. */
export function SeveralTools({ keys }: Readonly<{ keys: readonly string[] }>) {
  const t = useWords();
  const { doc } = useSession();
  const { actions } = useCanvas();
  const cards = keys.flatMap((key) => getAs(doc, "card", key as RecordId) ?? []);
  const statements = keys.length === 2 ? keys.flatMap((key) => getStatement(doc, key as CardId) ?? []) : [];
  const [a, b] = statements;
  const linkable = linkableArguments(keys, doc);
  const group = commonGroup(cards);
  return (
    <>
      <span className={css["hint"]}>{t("selection.count", { count: keys.length })}</span>
      <div className={css["part"]}>
        {linkable ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Link2 size={16} />}
            onPress={() => actions.steps.link(linkable[0].id, linkable[1].id)}
          >
            {t("selection.together")}
          </Button>
        ) : null}
        {a && b ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Zap size={16} />}
            onPress={() => actions.contradict(a.id, b.id)}
          >
            {t("selection.contradictPair")}
          </Button>
        ) : null}
        {cards.length > 1 ? <ArrangeMenu /> : null}
        {cards.length > 0 ? (
          <>
            <Button
              size="small"
              variant="quiet"
              icon={<BoxSelect size={16} />}
              onPress={() => (group ? actions.groups.ungroup(group) : actions.groups.groupSelected())}
            >
              {t(group ? "selection.ungroup" : "selection.group")}
            </Button>
            <MarkTools cards={cards}>
              <DuplicateButton onPress={() => actions.duplicateSelected()} />
            </MarkTools>
          </>
        ) : null}
        <DeleteButton onPress={() => actions.deleteSelected()} />
      </div>
    </>
  );
}
