import type { RecordId } from "#shared/model/index.ts";
import type { CanvasNotes } from "../../canvas/canvas-context.tsx";
import type { Mark } from "../../canvas/layers/bitmap/picture.ts";
import type { Translate } from "../../words/words.ts";
import css from "./change-notes.module.css";
import type { Change, ChangeKind } from "./compare.ts";

/** What stands for a change beside its word and its colour. */
export const changeSigns: Readonly<Record<ChangeKind, string>> = { added: "+", removed: "−", edited: "✎" };

/** Dark enough for white text (4.5:1), and to be told from the canvas (3:1) in either theme. */
const colors: Readonly<Record<ChangeKind, string>> = {
  added: "#3d7a36",
  removed: "#c4372c",
  edited: "#2a6cb8",
};
/** Frames, in widths of their stroke: whole, broken and dotted, as in the style sheet. */
const dashes: Readonly<Record<ChangeKind, readonly number[]>> = {
  added: [],
  removed: [4, 3],
  edited: [1.5, 2],
};

/** Says on the canvas what has become of each card and line since. */
export function changeNotes(changes: ReadonlyMap<RecordId, Change>, t: Translate): CanvasNotes {
  const markOf = (kind: ChangeKind): Mark => ({
    color: colors[kind],
    name: `${changeSigns[kind]} ${t(`history.change.${kind}`)}`,
    dash: dashes[kind],
  });
  const marks = { added: markOf("added"), removed: markOf("removed"), edited: markOf("edited") };
  const kindAt = (key: string) => changes.get(key as RecordId)?.kind;
  return {
    markAt: (key) => {
      const kind = kindAt(key);
      return kind && marks[kind];
    },
    noteAt: (key) => {
      const kind = kindAt(key);
      return kind && <ChangeNote kind={kind} mark={marks[kind]} word={t(`history.change.${kind}`)} />;
    },
  };
}

function ChangeNote({ kind, mark, word }: Readonly<{ kind: ChangeKind; mark: Mark; word: string }>) {
  return (
    <>
      <span className={css["frame"]} data-undrawn data-change={kind} style={{ borderColor: mark.color }} />
      <span className={css["name"]} style={{ background: mark.color }}>
        {changeSigns[kind]} <span className={css["word"]}>{word}</span>
      </span>
    </>
  );
}
