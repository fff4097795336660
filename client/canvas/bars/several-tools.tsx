import { BoxSelect, Link2, PenLine, Zap } from "lucide-react";
import {
  type Argument,
  argumentsFrom,
  type CardId,
  type GroupId,
  getAs,
  getStatement,
  type RecordId,
} from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./bars.module.css";
import { DeleteButton } from "./delete-button.tsx";
import { DuplicateButton } from "./duplicate-button.tsx";

/** What can be done with several things at once. */
export function SeveralTools({ keys }: Readonly<{ keys: readonly string[] }>) {
  const t = useWords();
  const { doc } = useSession();
  const { actions } = useCanvas();
  const startNaming = useMapUi((state) => state.startNaming);
  const statements = keys.flatMap((key) => getStatement(doc, key as CardId) ?? []);
  const pair = keys.length === 2 && statements.length === 2 ? statements : [];
  const [a, b] = pair;
  const linkable = linkableArguments(keys, doc);
  const group = commonGroup(keys, doc);
  const hasCards = keys.some((key) => getAs(doc, "card", key as RecordId));
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
        {hasCards ? (
          <>
            <Button
              size="small"
              variant="quiet"
              icon={<BoxSelect size={16} />}
              onPress={() => (group ? actions.groups.ungroup(group) : actions.groups.groupSelected())}
            >
              {t(group ? "selection.ungroup" : "selection.group")}
            </Button>
            {group ? (
              <Button
                size="small"
                variant="quiet"
                icon={<PenLine size={16} />}
                onPress={() => startNaming(group)}
              >
                {t("selection.renameGroup")}
              </Button>
            ) : null}
            <DuplicateButton onPress={() => actions.duplicateSelected()} />
          </>
        ) : null}
        <DeleteButton onPress={() => actions.deleteSelected()} />
      </div>
    </>
  );
}

/** The group that all chosen cards are in, if there is one. */
function commonGroup(keys: readonly string[], doc: ReturnType<typeof useSession>["doc"]): GroupId | null {
  const groups = new Set(keys.map((key) => getAs(doc, "card", key as RecordId)?.group ?? null));
  const [only = null] = groups;
  return groups.size === 1 ? only : null;
}

/** Two steps to one target with one polarity, chosen by their joints or by a premise of each. */
function linkableArguments(
  keys: readonly string[],
  doc: ReturnType<typeof useSession>["doc"],
): readonly [Argument, Argument] | undefined {
  if (keys.length !== 2) return undefined;
  const [ones, others] = keys.map((key): readonly Argument[] => {
    const argument = getAs(doc, "argument", key as RecordId);
    return argument ? [argument] : [...argumentsFrom(doc, key as CardId)];
  });
  for (const one of ones ?? []) {
    for (const other of others ?? []) {
      const isSameAim = one.target.id === other.target.id && one.polarity === other.polarity;
      if (one.id !== other.id && isSameAim) return [one, other];
    }
  }
  return undefined;
}
