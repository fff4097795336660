import { Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import { type FormatFamily, type FormatName, findFormat, formatInfos } from "#shared/formats/registry.ts";
import { exporting } from "../../words/en/export.ts";
import { formats } from "../../words/en/formats.ts";
import { formatLabel } from "../../words/format-label.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./export.module.css";

const families: readonly FormatFamily[] = ["picture", "document", "text", "data"];

export type FormatListProps = Readonly<{ value: FormatName; onChange: (format: FormatName) => void }>;

/** All formats by what they are for. */
export function FormatList({ value, onChange }: FormatListProps) {
  const tell = useLaterWords(exporting);
  const tellFormat = useLaterWords(formats);
  function handleChange(keys: "all" | ReadonlySet<unknown>) {
    if (keys === "all") return;
    for (const key of keys) {
      const info = findFormat(String(key));
      if (info) onChange(info.name);
    }
  }
  return (
    <ListBox
      aria-label={tell("export.format")}
      className={css["formats"] ?? ""}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      // It closes the dialog, wherever the keyboard is.
      escapeKeyBehavior="none"
      autoFocus
      selectedKeys={[value]}
      onSelectionChange={handleChange}
    >
      {families.map((family) => (
        <ListBoxSection key={family} id={`family ${family}`} className={css["family"] ?? ""}>
          <Header className={css["familyName"] ?? ""}>{tell(`export.family.${family}`)}</Header>
          {formatInfos
            .filter((info) => info.canWrite && info.family === family)
            .map(({ name }) => ({ name, label: formatLabel(tellFormat, name) }))
            .map(({ name, label }) => (
              <ListBoxItem
                key={name}
                id={name}
                textValue={label}
                aria-label={`${label}: ${tell(`export.for.${name}`)}`}
                className={css["format"] ?? ""}
              >
                {label}
              </ListBoxItem>
            ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
