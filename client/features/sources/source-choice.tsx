import type { Source, SourceId } from "#shared/model/index.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { useWords } from "../../words/use-words.ts";
import { ComboBox } from "./combo-box.tsx";
import type { DraftFaults } from "./draft-fault.ts";
import type { SourceDraft } from "./source-draft.ts";
import { SourceFields } from "./source-fields.tsx";
import { sourceOrigin, sourceTitle } from "./source-title.ts";
import css from "./sources.module.css";

export type SourceChoiceProps = Readonly<{
  /** The sources of the map. */
  sources: readonly Source[];
  chosen: SourceId | null;
  onChoose: (chosen: SourceId | null) => void;
  /** The sentence about a source not chosen. */
  chosenFault: string | undefined;
  /** A source being written down anew; null while one of the map is chosen. */
  written: SourceDraft | null;
  onSwitch: (isNew: boolean) => void;
  onWrite: (change: Partial<SourceDraft>) => void;
  writtenFaults: DraftFaults<SourceDraft>;
  autoFocus: boolean;
}>;

/** Where the citation is from: a source that the map has, or a new one. */
export function SourceChoice(props: SourceChoiceProps) {
  const t = useWords();
  const { sources, written } = props;
  return (
    <>
      {sources.length > 0 ? (
        <Segmented
          label={t("sources.choice")}
          value={written ? "new" : "map"}
          onChange={(choice) => props.onSwitch(choice === "new")}
          options={[
            { value: "map", label: t("sources.choice.map") },
            { value: "new", label: t("sources.choice.new") },
          ]}
        />
      ) : null}
      {written ? (
        <div className={css["fields"]}>
          <SourceFields value={written} faults={props.writtenFaults} onChange={props.onWrite} />
        </div>
      ) : (
        <ComboBox
          label={t("sources.source")}
          placeholder={t("sources.choice.find")}
          emptyText={t("sources.choice.none")}
          error={props.chosenFault}
          autoFocus={props.autoFocus}
          options={sources.map((source) => ({
            id: source.id,
            text: sourceTitle(t, source),
            detail: sourceOrigin(source),
          }))}
          value={props.chosen}
          onChange={props.onChoose}
        />
      )}
    </>
  );
}
