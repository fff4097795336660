import { useMemo, useState } from "react";
import { standingsOf } from "#shared/evaluation/index.ts";
import { type ExportOptions, exportOptionsOf } from "#shared/formats/export-options.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { infoOf } from "#shared/formats/registry.ts";
import { type CardId, type PlainMap, recordsOf } from "#shared/model/index.ts";
import { useServices } from "../../api/services.tsx";
import { packPlainMap } from "../../canvas/packed-map.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { Notice } from "../../ui/notice.tsx";
import { exporting } from "../../words/en/export.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./export.module.css";
import { type ExportChoices, keepChoices, readChoices } from "./export-choices.ts";
import { ExportFoot } from "./export-foot.tsx";
import { FormatList } from "./format-list.tsx";
import { Losses } from "./losses.tsx";
import { OptionFields } from "./option-fields.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { ScopeField } from "./scope-field.tsx";
import type { DrawingWords } from "./use-drawing-words.ts";
import { usePreview } from "./use-preview.ts";
import type { FileToWrite } from "./write-file.ts";

const noStandings: FileToWrite["drawing"]["standings"] = new Map();

/** Larger pictures take a browser seconds to show. */
const maxShownCards = 1_500;

export type ExportFormProps = Readonly<{ map: PlainMap; selected: readonly CardId[]; words: DrawingWords }>;

/** Which file, of what, and how; what it will look like and what it will not have. */
export function ExportForm({ map, selected, words }: ExportFormProps) {
  const tell = useLaterWords(exporting);
  const { now } = useServices();
  const [storage] = useState(() => createDeviceStorage(() => window.localStorage));
  const [{ format, options }, setChoices] = useState(() => firstChoices(readChoices(storage), selected));
  const [madeAt] = useState(now);
  const info = infoOf(format);
  const { cards, group } = options;
  const part = useMemo(() => partOf(map, { cards, group }), [map, cards, group]);
  const packed = useMemo(() => packPlainMap(part), [part]);
  const standings = useMemo(
    () => (options.standings ? standingsOf(map).cards : noStandings),
    [map, options.standings],
  );
  const cardCount = useMemo(() => recordsOf(part, "card").length, [part]);
  const file = useMemo<FileToWrite>(
    () => ({
      format,
      map: packed,
      drawing: { options, standings, date: options.date, madeAt, ...words },
      isShown: cardCount > 0 && cardCount <= maxShownCards,
    }),
    [format, packed, options, standings, madeAt, words, cardCount],
  );
  const preview = usePreview(file);
  const isNothing = info.isDrawn && cardCount === 0;

  function choose(change: Partial<ExportChoices>) {
    const next = { format, options, ...change };
    setChoices(next);
    keepChoices(storage, next);
  }
  const chooseOption = (change: Partial<ExportOptions>) => choose({ options: { ...options, ...change } });

  return (
    <div className={css["form"]}>
      <FormatList value={format} onChange={(chosen) => choose({ format: chosen })} />
      <div className={css["settings"]}>
        <p className={css["purpose"]}>{tell(`export.for.${format}`)}</p>
        <ScopeField map={map} selected={selected} options={options} onChange={chooseOption} />
        <OptionFields names={exportOptionsOf(info)} options={options} onChange={chooseOption} />
        <Losses preview={preview} />
      </div>
      <div className={css["result"]}>
        {isNothing ? (
          <Notice>{tell("export.empty")}</Notice>
        ) : (
          <PreviewPane
            preview={preview}
            isTransparent={options.ground === "transparent"}
            isTooLarge={info.isDrawn && cardCount > maxShownCards}
          />
        )}
        <ExportFoot map={part} title={map.meta.title} file={file} isDisabled={isNothing} />
      </div>
    </div>
  );
}

/** Whoever has chosen some cards most likely means those; one alone is where the keyboard happens to be. */
function firstChoices(choices: ExportChoices, selected: readonly CardId[]): ExportChoices {
  return selected.length > 1 ? { ...choices, options: { ...choices.options, cards: selected } } : choices;
}
