import { ArrowDown, ArrowUp } from "lucide-react";
import { type Ref, useImperativeHandle, useMemo, useState } from "react";
import type { CardId, GroupId } from "#shared/model/index.ts";
import { type CanvasTools, useCanvas } from "../../canvas/canvas-context.tsx";
import { flight } from "../../canvas/view/flight.ts";
import { viewOn, zooms } from "../../canvas/view/frame-view.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Translate } from "../../words/words.ts";
import { changeSigns } from "./change-notes.tsx";
import { type Change, type Comparison, inReadingOrder } from "./compare.ts";
import { describeRecord } from "./describe-record.ts";
import css from "./version-view.module.css";

/** So many are listed; all are marked on the canvas and walked through. */
const maxListed = 200;
const flightMs = 260;

/** Goes to the next change, or the one before. */
export type Walk = (by: 1 | -1) => void;

export type ChangePanelProps = Readonly<{ comparison: Comparison; walk: Ref<Walk> }>;

/** What has changed since a version: how much, where, and a way from one to the next. */
export function ChangePanel({ comparison, walk }: ChangePanelProps) {
  const t = useWords();
  const tools = useCanvas();
  const { scene } = tools;
  const changes = useMemo(
    () =>
      inReadingOrder(
        comparison.changes.values(),
        (id) => scene.placeOf(id) ?? scene.groupBounds(id as GroupId),
      ),
    [comparison, scene],
  );
  const [at, setAt] = useState(-1);
  const count = changes.length;
  const here = changes[at];

  function goTo(index: number) {
    const change = changes[index];
    if (!change) return;
    setAt(index);
    show(tools, change);
  }

  function step(by: 1 | -1) {
    if (count > 0) goTo(at < 0 && by < 0 ? count - 1 : (at + by + count) % count);
  }
  useImperativeHandle(walk, () => step);

  return (
    <section className={css["panel"]} aria-label={t("history.changes")}>
      <div className={css["panelHead"]}>
        <Counts comparison={comparison} />
        {count > 0 ? (
          <span className={css["walk"]}>
            <IconButton label={t("history.previous")} shortcut="P" size="small" onPress={() => step(-1)}>
              <ArrowUp size={16} />
            </IconButton>
            <IconButton label={t("history.next")} shortcut="N" size="small" onPress={() => step(1)}>
              <ArrowDown size={16} />
            </IconButton>
          </span>
        ) : null}
      </div>
      <p className={css["here"]} role="status">
        {here
          ? t("history.at", { at: at + 1, count, text: textOf(here, tools, t) })
          : count === 0 && comparison.newTitle === undefined && comparison.counts.moved === 0
            ? t("history.none")
            : null}
      </p>
      {count > 0 ? (
        <ul className={css["changes"]}>
          {changes.slice(0, maxListed).map((change, index) => (
            <li key={change.id}>
              <button
                type="button"
                className={css["change"]}
                data-change={change.kind}
                aria-current={index === at}
                onClick={() => goTo(index)}
              >
                <ChangeText change={change} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {count > maxListed ? (
        <p className={css["more"]}>{t("history.more", { count: count - maxListed })}</p>
      ) : null}
    </section>
  );
}

function Counts({ comparison: { counts, newTitle } }: Readonly<{ comparison: Comparison }>) {
  const t = useWords();
  return (
    <div className={css["counts"]}>
      {(["added", "removed", "edited", "moved"] as const).map((kind) =>
        counts[kind] > 0 ? (
          <span key={kind} className={css["count"]} data-change={kind}>
            <span aria-hidden="true">{kind === "moved" ? "↔" : changeSigns[kind]}</span>{" "}
            {t(`history.count.${kind}`, { count: counts[kind] })}
          </span>
        ) : null,
      )}
      {newTitle === undefined ? null : (
        <span dir="auto" className={css["retitled"]}>
          {t("history.retitled", { title: newTitle || t("map.untitled") })}
        </span>
      )}
    </div>
  );
}

function ChangeText({ change }: Readonly<{ change: Change }>) {
  const t = useWords();
  const tools = useCanvas();
  const then = describeRecord(change.record, tools, t);
  const now = change.now && describeRecord(change.now, tools, t);
  return (
    <>
      <span className={css["kind"]}>
        <span aria-hidden="true">{changeSigns[change.kind]}</span> {t(`history.change.${change.kind}`)}
      </span>
      <span dir="auto" className={css["text"]}>
        {then}
      </span>
      {now !== undefined && now !== then ? (
        <span dir="auto" className={css["now"]}>
          {t("history.now", { text: now })}
        </span>
      ) : null}
    </>
  );
}

function textOf(change: Change, tools: CanvasTools, t: Translate): string {
  return `${t(`history.change.${change.kind}`)}. ${describeRecord(change.record, tools, t)}`;
}

/** Brings a change into the middle of the window, near enough to read, and the keyboard to it if it is on the canvas. */
function show({ visibility, ui, view, scene }: CanvasTools, { id, record }: Change): void {
  if (record.type === "card") visibility.reveal(id as CardId);
  const place = scene.placeOf(id);
  if (place) ui.getState().focus(id);
  const box = place ?? scene.groupBounds(id as GroupId);
  if (!box) return;
  const zoom = Math.max(view.get().zoom, zooms.readable);
  view.moveTo(viewOn(box, view.screen(), zoom), flight(flightMs));
}
