import type { ExportOptions } from "#shared/formats/export-options.ts";
import { type CardId, type PlainMap, recordsOf } from "#shared/model/index.ts";
import { Select } from "../../ui/select.tsx";
import { exporting } from "../../words/en/export.ts";
import { useLaterWords } from "../../words/later-words.ts";

export type ScopeFieldProps = Readonly<{
  map: PlainMap;
  selected: readonly CardId[];
  options: Pick<ExportOptions, "cards" | "group">;
  onChange: (change: Pick<ExportOptions, "cards" | "group">) => void;
}>;

/** Which part of the map; nothing where there is no choice. */
export function ScopeField({ map, selected, options, onChange }: ScopeFieldProps) {
  const tell = useLaterWords(exporting);
  const groups = recordsOf(map, "group");
  if (selected.length === 0 && groups.length === 0) return null;
  const whole = { value: "whole", label: tell("export.scope.whole") };
  const selection = { value: "selection", label: tell("export.scope.selection", { count: selected.length }) };
  return (
    <Select
      label={tell("export.scope")}
      value={options.group ?? (options.cards ? "selection" : "whole")}
      onChange={(value) => {
        const group = groups.find(({ id }) => id === value);
        onChange({ cards: value === "selection" ? selected : null, group: group?.id ?? null });
      }}
      options={[
        whole,
        ...(selected.length > 0 ? [selection] : []),
        ...groups.map(({ id, title }) => ({
          value: id,
          label: tell("export.scope.group", {
            title: title === "" ? tell("export.scope.untitledGroup") : title,
          }),
        })),
      ]}
    />
  );
}
