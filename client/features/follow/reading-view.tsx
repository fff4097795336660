import { BookOpenText, CircleHelp, Link2, MessageSquareText, Minus, Plus, Zap } from "lucide-react";
import { memo, type ReactNode, useEffect, useMemo, useRef } from "react";
import { VisuallyHidden } from "react-aria-components";
import { textDirection } from "#shared/diagram/index.ts";
import type { CardKind, RecordId, StepLayer } from "#shared/model/index.ts";
import type { ReadingRow, Showing } from "#shared/presenting/index.ts";
import { useRecord } from "../../session/session-context.tsx";
import { CardFare } from "../../stage/index.ts";
import { classNames } from "../../ui/class-names.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { type ReadingNode, readingTree } from "./reading-tree.ts";
import css from "./reading-view.module.css";
import type { Reading } from "./use-reading.ts";

export type ReadingViewProps = Readonly<{
  showing: Showing;
  reading: Reading;
  /** What is spoken about. */
  focus: RecordId | null;
  isSpotlit: boolean;
  /** What has just come is brought into view; not for somebody who reads by themselves. */
  isDriven: boolean;
}>;

/** What is shown now, line by line: what is held, what speaks for it and against it, and what is said of a step. */
export function ReadingView({ showing, reading, focus, isSpotlit, isDriven }: ReadingViewProps) {
  const tell = useLaterWords(follow);
  const root = useRef<HTMLDivElement>(null);
  const { step, number, count, lit, emphasised } = showing;
  const tree = useMemo(() => readingTree(reading.rows), [reading.rows]);
  const beat = reading.rows.filter(({ isFresh }) => isFresh).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for anew at each step and sub-step
  useEffect(() => {
    if (!isDriven) return;
    const fresh = root.current?.querySelector("[data-focus=true], [data-fresh=true]");
    const target = fresh ?? root.current?.querySelector("h2");
    target?.scrollIntoView({ block: fresh ? "nearest" : "start" });
  }, [isDriven, step.id, beat, focus]);

  const look: RowLook = { focus, isSpotlit, lit, emphasised, layer: step.layer };
  return (
    <div ref={root} className={css["reading"]}>
      <h2 className={css["title"]}>
        <span className={css["number"]}>{tell("follow.step", { number, count })}</span>
        {step.title ? <bdi>{step.title}</bdi> : null}
      </h2>
      {reading.rows.length === 0 ? <p className={css["aside"]}>{tell("follow.nothing")}</p> : null}
      <ReadingList nodes={tree} look={look} />
      {reading.more > 0 ? (
        <p className={css["aside"]}>{tell("follow.more", { count: reading.more })}</p>
      ) : null}
    </div>
  );
}

type RowLook = Readonly<
  { focus: RecordId | null; isSpotlit: boolean; layer: StepLayer } & Pick<Showing, "lit" | "emphasised">
>;

function ReadingList({ nodes, look }: Readonly<{ nodes: readonly ReadingNode[]; look: RowLook }>) {
  if (nodes.length === 0) return null;
  return (
    <ul className={css["list"]}>
      {nodes.map(({ row, below }) => (
        <li key={row.key} className={css["item"]} data-relation={row.relation}>
          <ReadingLine row={row} layer={look.layer} {...standOf(row, look)} />
          <ReadingList nodes={below} look={look} />
        </li>
      ))}
    </ul>
  );
}

type Stand = Readonly<{ isSpoken: boolean; isPale: boolean; isEmphasised: boolean }>;

function standOf({ card, via }: ReadingRow, { focus, isSpotlit, lit, emphasised }: RowLook): Stand {
  const isSpoken = focus !== null && (focus === card || focus === via);
  const isLit = lit === null || lit.has(card);
  return {
    isSpoken,
    isPale: isSpotlit && focus !== null ? !isSpoken : !isLit && !isSpoken,
    isEmphasised: emphasised.has(card),
  };
}

const kindIcons: Readonly<Record<CardKind, ReactNode>> = {
  question: <CircleHelp size={17} />,
  claim: <MessageSquareText size={17} />,
  evidence: <BookOpenText size={17} />,
};

/** One card with what it is to the one above. It hears of its own card and of nothing else. */
const ReadingLine = memo(function ReadingLine(
  props: Readonly<{ row: ReadingRow; layer: StepLayer }> & Stand,
) {
  const { row, layer, isSpoken, isPale, isEmphasised } = props;
  const t = useWords();
  const tell = useLaterWords(follow);
  const card = useRecord("card", row.card);
  if (!card) return null;
  const isMore = row.together === "more";
  return (
    <div
      className={classNames(css["line"], isPale && css["pale"], isEmphasised && css["emphasised"])}
      data-fresh={row.isFresh}
      data-focus={isSpoken}
    >
      {row.relation === "root" ? null : (
        <span className={css["relation"]} data-relation={row.relation}>
          {isMore ? <Link2 size={14} aria-hidden="true" /> : relationIcon(row)}
          {tell(isMore ? "follow.relation.and" : `follow.relation.${row.relation}`)}
        </span>
      )}
      <span className={css["card"]}>
        <span className={css["kind"]} data-kind={card.kind} aria-hidden="true">
          {kindIcons[card.kind]}
        </span>
        <VisuallyHidden>{t(`card.kind.${card.kind}`)}: </VisuallyHidden>
        <span className={css["text"]} dir={textDirection(card.text)}>
          {card.text || t("card.empty")}
        </span>
      </span>
      {layer === "none" || row.isRepeated ? null : <CardFare id={row.card} layer={layer} />}
      {row.isFresh || isSpoken || row.isRepeated ? (
        <span className={css["notes"]}>
          {row.isFresh ? <span className={css["fresh"]}>{tell("follow.relation.new")}</span> : null}
          {isSpoken ? <span className={css["spoken"]}>{tell("follow.relation.spoken")}</span> : null}
          {row.isRepeated && row.relation !== "conflict" ? (
            <span>{tell("follow.relation.repeated")}</span>
          ) : null}
        </span>
      ) : null}
    </div>
  );
});

function relationIcon({ relation }: ReadingRow): ReactNode {
  switch (relation) {
    case "reason":
    case "backing":
      return <Plus size={14} aria-hidden="true" />;
    case "objection":
    case "undercut":
      return <Minus size={14} aria-hidden="true" />;
    case "conflict":
      return <Zap size={14} aria-hidden="true" />;
    default:
      return null;
  }
}
