import { FileUp } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import { formatInfos } from "#shared/formats/registry.ts";
import { Button } from "../../ui/button.tsx";
import { formats } from "../../words/en/formats.ts";
import { importing } from "../../words/en/import.ts";
import { formatLabel } from "../../words/format-label.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./import.module.css";

/** Asks for a file. */
export function FileChoice({ onFiles }: Readonly<{ onFiles: (files: readonly File[]) => void }>) {
  const tell = useLaterWords(importing);
  const tellFormat = useLaterWords(formats);
  const readable = formatInfos
    .filter(({ canRead }) => canRead)
    .map(({ name }) => formatLabel(tellFormat, name))
    .join(", ");
  return (
    <div className={css["choice"]}>
      <FileUp className={css["sign"]} strokeWidth={1.25} aria-hidden="true" />
      <p className={css["hint"]}>{tell("import.hint")}</p>
      {/* Without a list of endings: phones grey out files whose ending they do not know. */}
      <FileTrigger onSelect={(files) => onFiles([...(files ?? [])])}>
        <Button variant="primary" autoFocus>
          {tell("import.choose")}
        </Button>
      </FileTrigger>
      <p className={css["reads"]}>{tell("import.reads", { formats: readable })}</p>
    </div>
  );
}
