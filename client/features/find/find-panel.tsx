import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from "react";
import { Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { type Card, type CardId, getAs } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { wordsOf } from "../../canvas/search/card-search.ts";
import { markWords } from "../../canvas/search/folded.ts";
import { useWayBack } from "../../canvas/view/back-to-canvas.ts";
import { jumpTo } from "../../canvas/view/jump-to.ts";
import fieldCss from "../../ui/field.module.css";
import { IconButton } from "../../ui/icon-button.tsx";
import { find } from "../../words/en/find.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./find-panel.module.css";
import { useFound } from "./use-found.ts";

/** So many are listed; all that were found are counted and marked on the canvas. */
const maxListed = 100;

export type FindPanelProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

export function FindPanel({ isOpen, onOpenChange }: FindPanelProps) {
  return isOpen ? <Find onClose={() => onOpenChange(false)} /> : null;
}

/** Search: what one types is looked for in all cards, marked on the canvas, and Enter goes from one to the next. */
function Find({ onClose }: Readonly<{ onClose: () => void }>) {
  const t = useWords();
  const tell = useLaterWords(find);
  const tools = useCanvas();
  const { ui } = tools;
  const [query, setQuery] = useState("");
  const words = useDeferredValue(query);
  const { query: foundBy, ids: found } = useFound(words);
  const [at, setAt] = useState(-1);
  const goBack = useWayBack();
  const listed = useMemo(() => found.slice(0, maxListed), [found]);

  useEffect(() => ui.getState().mark(found), [ui, found]);
  useEffect(() => () => ui.getState().mark([]), [ui]);

  function goTo(ids: readonly CardId[], index: number) {
    const id = ids[index];
    if (id === undefined) return;
    setAt(index);
    jumpTo(tools, id);
  }

  function step(by: 1 | -1) {
    // Whoever presses Enter right after the last letter means what is written, not what has been looked for so far.
    const ids = foundBy === query ? found : tools.search.find(query);
    if (ids.length === 0) return;
    goTo(ids, (at + by + ids.length) % ids.length);
  }

  function close() {
    onClose();
    goBack();
  }

  function handleKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "F3") step(event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const count = found.length;
  const statusText =
    wordsOf(words).length === 0
      ? tell("find.hint")
      : at < 0
        ? tell("find.count", { count })
        : tell("find.at", { at: at + 1, count });
  return (
    // Before the field itself hears of it, which would only empty itself on Escape.
    <search className={css["panel"]} onKeyDownCapture={handleKey}>
      <div className={css["head"]}>
        <SearchField
          aria-label={tell("find.label")}
          value={query}
          onChange={(value) => {
            setQuery(value);
            setAt(-1);
          }}
          className={css["field"] ?? ""}
          autoFocus
        >
          <Input className={fieldCss["input"] ?? ""} placeholder={tell("find.placeholder")} />
        </SearchField>
        <IconButton
          label={tell("find.previous")}
          size="small"
          isDisabled={count === 0}
          onPress={() => step(-1)}
        >
          <ArrowUp size={16} />
        </IconButton>
        <IconButton label={tell("find.next")} size="small" isDisabled={count === 0} onPress={() => step(1)}>
          <ArrowDown size={16} />
        </IconButton>
        <IconButton label={t("app.close")} size="small" onPress={close}>
          <X size={16} />
        </IconButton>
      </div>
      <p className={css["count"]} role="status">
        {statusText}
      </p>
      {listed.length > 0 ? (
        <ListBox
          aria-label={tell("find.results")}
          className={css["list"] ?? ""}
          selectionMode="none"
          onAction={(key) => goTo(found, found.indexOf(key as CardId))}
        >
          {listed.map((id) => {
            const card = getAs(tools.session.doc, "card", id);
            return card ? (
              <ListBoxItem key={id} id={id} textValue={card.text} className={css["item"] ?? ""}>
                <Found card={card} words={wordsOf(words)} isHere={found[at] === id} />
              </ListBoxItem>
            ) : null;
          })}
        </ListBox>
      ) : null}
    </search>
  );
}

function Found({ card, words, isHere }: Readonly<{ card: Card; words: readonly string[]; isHere: boolean }>) {
  const t = useWords();
  return (
    <div className={css["found"]} data-here={isHere}>
      <span className={css["kind"]} data-kind={card.kind}>
        {t(`card.kind.${card.kind}`)}
      </span>
      <span dir="auto" className={css["text"]}>
        {markWords(card.text || t("card.empty"), words).map(({ text, isFound }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
          isFound ? <mark key={index}>{text}</mark> : text,
        )}
      </span>
    </div>
  );
}
