import type { ExportOptions } from "#shared/formats/export-options.ts";
import {
  type CardId,
  type PlainMap,
  presentationsOf,
  recordsOf,
  type Step,
  stepsOf,
} from "#shared/model/index.ts";
import { Select } from "../../ui/select.tsx";
import { exporting } from "../../words/en/export.ts";
import { useLaterWords } from "../../words/later-words.ts";

type Scope = Pick<ExportOptions, "cards" | "group" | "step">;

export type ScopeFieldProps = Readonly<{
  map: PlainMap;
  selected: readonly CardId[];
  options: Scope;
  onChange: (change: Scope) => void;
}>;

/** Which part of the map; nothing where there is no choice. */
export function ScopeField({ map, selected, options, onChange }: ScopeFieldProps) {
  const tell = useLaterWords(exporting);
  const groups = recordsOf(map, "group");
  const steps = stepsIn(map);
  if (selected.length === 0 && groups.length === 0 && steps.length === 0) return null;
  const whole = { value: "whole", label: tell("export.scope.whole") };
  const selection = { value: "selection", label: tell("export.scope.selection", { count: selected.length }) };
  const named = (title: string) => (title.trim() === "" ? tell("export.scope.untitled") : title);
  return (
    <Select
      label={tell("export.scope")}
      value={options.step ?? options.group ?? (options.cards ? "selection" : "whole")}
      onChange={(value) => {
        const group = groups.find(({ id }) => id === value);
        const step = steps.find(({ id }) => id === value);
        onChange({
          cards: value === "selection" ? selected : null,
          group: group?.id ?? null,
          step: step?.id ?? null,
        });
      }}
      options={[
        whole,
        ...(selected.length > 0 ? [selection] : []),
        ...groups.map(({ id, title }) => ({
          value: id,
          label: tell("export.scope.group", { title: named(title) }),
        })),
        ...steps.map(({ id, title, number }) => ({
          value: id,
          label: tell("export.scope.step", { number, title: named(title) }),
        })),
      ]}
    />
  );
}

/** Each presentation's steps as they come in it, by their number there. */
function stepsIn(map: PlainMap): readonly (Step & Readonly<{ number: number }>)[] {
  return [null, ...presentationsOf(map).map(({ id }) => id)].flatMap((presentation) =>
    stepsOf(map, presentation).map((step, index) => ({ ...step, number: index + 1 })),
  );
}
