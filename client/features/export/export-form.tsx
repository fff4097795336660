import { useMemo, useState } from "react";
import { type ExportOptions, exportOptionsOf } from "#shared/formats/export-options.ts";
import { cardsIn } from "#shared/formats/part-of.ts";
import { infoOf } from "#shared/formats/registry.ts";
import type { CardId, PlainMap } from "#shared/model/index.ts";
import { useServices } from "../../api/services.tsx";
import { packPlainMap } from "../../canvas/packed-map.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { useLanguage } from "../../state/use-language.ts";
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
import { usePreview } from "./use-preview.ts";
import type { FileToWrite } from "./write-file.ts";

export type ExportFormProps = Readonly<{
  map: PlainMap;
  selected: readonly CardId[];
  /** The canvas says how claims stand, so a file most likely should. */
  showsStandings: boolean;
}>;

/** Which file, of what, and how; what it will look like and what it will not have. */
export function ExportForm({ map, selected, showsStandings }: ExportFormProps) {
  const tell = useLaterWords(exporting);
  const { now } = useServices();
  const [storage] = useState(() => createDeviceStorage(() => window.localStorage));
  const lang = useLanguage();
  const [{ format, options }, setChoices] = useState(() =>
    firstChoices(readChoices(storage), selected, showsStandings, lang),
  );
  const [madeAt] = useState(now);
  const info = infoOf(format);
  const packed = useMemo(() => packPlainMap(map), [map]);
  const { cards, group, step } = options;
  const isEmpty = useMemo(() => cardsIn(map, { cards, group, step }).length === 0, [map, cards, group, step]);
  const file = useMemo<FileToWrite>(
    () => ({ format, map: packed, options, madeAt }),
    [format, packed, options, madeAt],
  );
  const preview = usePreview(file, isEmpty);
  const isNothing = info.isDrawn && isEmpty;

  function choose(change: Partial<ExportChoices>) {
    const before = { format, options };
    const next = { ...before, ...change };
    setChoices(next);
    keepChoices(storage, next, before);
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
          <PreviewPane preview={preview} isTransparent={options.ground === "transparent"} />
        )}
        <ExportFoot title={map.meta.title} file={file} isDisabled={isNothing} />
      </div>
    </div>
  );
}

/** Whoever has chosen some cards most likely means those; one alone is where the keyboard happens to be. */
function firstChoices(
  { format, options }: ExportChoices,
  selected: readonly CardId[],
  showsStandings: boolean,
  lang: ExportOptions["lang"],
): ExportChoices {
  const cards = selected.length > 1 ? selected : options.cards;
  const standings = showsStandings || options.standings;
  return { format, options: { ...options, lang, cards, standings } };
}
