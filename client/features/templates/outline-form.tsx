import { useEffect, useState } from "react";
import { readOutline } from "#shared/formats/outline/index.ts";
import { modelLimits, type PlainMap, recordsOf } from "#shared/model/index.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Translate } from "../../words/words.ts";
import { OutlineArea } from "./outline-area.tsx";
import type { Making } from "./template-map.ts";
import css from "./templates-dialog.module.css";

/** A pause in typing after which the text is read: a long one takes longer than a key may. */
const readAfterMs = 150;

export type OutlineFormProps = Readonly<{
  making: () => Making;
  onMap: (map: PlainMap) => void;
  onBack: () => void;
  isBusy: boolean;
}>;

type Reading = ReturnType<typeof readOutline>;

/** A text, what it would become as it is written, and the button that makes it so. */
export function OutlineForm({ making, onMap, onBack, isBusy }: OutlineFormProps) {
  const t = useWords();
  const [text, setText] = useState("");
  const [summary, setSummary] = useState("");
  const [fault, setFault] = useState<string | undefined>();

  useEffect(() => {
    const timer = setTimeout(() => {
      const reading = read(text, making());
      setSummary(summaryOf(reading, t));
      setFault(faultOf(reading, t));
    }, readAfterMs);
    return () => clearTimeout(timer);
  }, [text, making, t]);

  function handleMake() {
    const reading = read(text, making());
    const found =
      faultOf(reading, t) ?? (reading.map.records.size === 0 ? t("templates.outline.empty") : undefined);
    setFault(found);
    if (found === undefined) onMap(reading.map);
  }

  return (
    <>
      <OutlineArea
        label={t("templates.outline.label")}
        hint={t("templates.outline.help")}
        error={fault}
        value={text}
        onChange={setText}
        placeholder={t("templates.outline.example")}
      />
      <div className={css["foot"]}>
        <output className={css["count"]}>{summary}</output>
        <Button onPress={onBack}>{t("templates.outline.back")}</Button>
        <Button variant="primary" isBusy={isBusy} onPress={handleMake}>
          {t("templates.outline.make")}
        </Button>
      </div>
    </>
  );
}

function read(text: string, { createId, by }: Making): Reading {
  return readOutline(text, { createId, now: by.createdAt, author: by.author });
}

function summaryOf({ map }: Reading, t: Translate): string {
  const [cards, links] = [recordsOf(map, "card").length, recordsOf(map, "argument").length];
  const [count, more] = [
    t("templates.outline.cards", { count: cards }),
    t("templates.outline.arguments", { count: links }),
  ];
  return t("templates.outline.count", { cards: count, arguments: more });
}

function faultOf({ diagnostics }: Reading, t: Translate): string | undefined {
  const fault = diagnostics.find(({ severity }) => severity === "error");
  if (!fault) return undefined;
  return fault.code === "OUTLINE_TEXT_TOO_LONG"
    ? t("templates.outline.textTooLong", { line: fault.line ?? 1, max: modelLimits.maxTextChars })
    : t("templates.outline.tooLarge");
}
