import {
  type ExportOptionName,
  type ExportOptions,
  exportLanguages,
  exportPages,
  exportSpreads,
  exportThemes,
  exportTurns,
} from "#shared/formats/export-options.ts";
import { useServices } from "../../api/services.tsx";
import { localeOf } from "../../state/language.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import { exporting } from "../../words/en/export.ts";
import { formatDate } from "../../words/format-date.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./export.module.css";
import { type PictureSize, pictureSizes, sizeNamed, sizeNameOf } from "./picture-size.ts";

const shown = ["title", "legend", "sources", "notes", "schemes", "standings", "fonts"] as const;

export type OptionFieldsProps = Readonly<{
  /** Those that mean something to the format. */
  names: readonly ExportOptionName[];
  options: ExportOptions;
  onChange: (change: Partial<ExportOptions>) => void;
}>;

/** What can be chosen about a file besides which part of the map it shows. */
export function OptionFields({ names, options, onChange }: OptionFieldsProps) {
  const tell = useLaterWords(exporting);
  const t = useWords();
  const { now } = useServices();
  const today = (lang: ExportOptions["lang"]) => formatDate(localeOf[lang], now());
  const has = (name: ExportOptionName) => names.includes(name);
  function sizeLabel(size: PictureSize): string {
    if (size.kind === "times") return tell("export.size.times", { times: size.times });
    return size.kind === "print" ? tell("export.size.print", { dpi: size.dpi }) : tell("export.size.usual");
  }
  return (
    <>
      {has("theme") ? (
        <Select
          label={tell("export.theme")}
          value={options.theme}
          onChange={(theme) => onChange({ theme })}
          options={exportThemes.map((value) => ({ value, label: tell(`export.theme.${value}`) }))}
        />
      ) : null}
      {has("scale") ? (
        <Select
          label={tell("export.size")}
          value={sizeNameOf(options)}
          onChange={(name) => onChange(sizeNamed(name))}
          options={pictureSizes.map((size) => ({ value: size.name, label: sizeLabel(size) }))}
        />
      ) : null}
      {has("page") ? (
        <Select
          label={tell("export.page")}
          value={options.page}
          onChange={(page) => onChange({ page })}
          options={exportPages.map((value) => ({ value, label: tell(`export.page.${value}`) }))}
        />
      ) : null}
      {has("page") && options.page !== "fit" ? (
        <>
          <Select
            label={tell("export.turn")}
            value={options.turn}
            onChange={(turn) => onChange({ turn })}
            options={exportTurns.map((value) => ({ value, label: tell(`export.turn.${value}`) }))}
          />
          <Select
            label={tell("export.spread")}
            value={options.spread}
            onChange={(spread) => onChange({ spread })}
            options={exportSpreads.map((value) => ({ value, label: tell(`export.spread.${value}`) }))}
          />
        </>
      ) : null}
      {has("lang") ? (
        <Select
          label={tell("export.lang")}
          value={options.lang}
          onChange={(lang) => onChange({ lang, ...(options.date === "" ? {} : { date: today(lang) }) })}
          options={exportLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      ) : null}
      {shown.some(has) ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
        <div role="group" aria-label={tell("export.options")} className={css["checks"]}>
          {shown.filter(has).map((name) => (
            <Checkbox
              key={name}
              label={tell(`export.show.${name}`)}
              isSelected={options[name]}
              onChange={(isShown) => onChange({ [name]: isShown })}
            />
          ))}
          {has("date") ? (
            <Checkbox
              label={tell("export.show.date")}
              isSelected={options.date !== ""}
              onChange={(isShown) => onChange({ date: isShown ? today(options.lang) : "" })}
            />
          ) : null}
          {has("ground") ? (
            <Checkbox
              label={tell("export.show.transparent")}
              isSelected={options.ground === "transparent"}
              onChange={(isTransparent) => onChange({ ground: isTransparent ? "transparent" : "solid" })}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
}
