import { Copy, Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { infoOf } from "#shared/formats/registry.ts";
import { savedNameOf } from "#shared/lib/saved-name.ts";
import { saveFile } from "../../api/save-file.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useToast } from "../../ui/toast.tsx";
import { exporting } from "../../words/en/export.ts";
import { formats } from "../../words/en/formats.ts";
import { formatLabel } from "../../words/format-label.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { canCopy, copyFile } from "./copy-file.ts";
import css from "./export.module.css";
import { faultText } from "./fault-text.ts";
import { type Made, makeFile } from "./make-file.ts";
import type { FileToWrite } from "./write-file.ts";

export type ExportFootProps = Readonly<{
  title: string;
  file: FileToWrite;
  isDisabled: boolean;
}>;

/** Makes the file, shows that it is being made, and saves or copies it. */
export function ExportFoot({ title, file, isDisabled }: ExportFootProps) {
  const t = useWords();
  const tell = useLaterWords(exporting);
  const tellFormat = useLaterWords(formats);
  const showToast = useToast();
  const [isMaking, setMaking] = useState(false);
  /** From 0 to 1; null where nobody knows how long it takes. */
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState("");
  const making = useRef<AbortController>(null);
  const info = infoOf(file.format);
  useEffect(() => () => making.current?.abort(), []);

  async function run(use: (made: Promise<Made<Blob>>) => Promise<string>) {
    making.current?.abort();
    const controller = new AbortController();
    making.current = controller;
    setFault("");
    setShare(null);
    setMaking(true);
    const said = await use(makeFile(file, controller.signal, setShare));
    if (making.current !== controller) return;
    setMaking(false);
    setFault(said);
  }

  function save() {
    return run(async (making) => {
      const made = await making;
      if (!made.ok) return faultText(tell, made.fault, made.message);
      const name = savedNameOf(title === "" ? t("map.untitled") : title, info.extensions[0]);
      saveFile(made.value, name);
      showToast({ text: tell("export.saved", { file: name }) });
      return "";
    });
  }

  function copy() {
    return run(async (making) => {
      const copied = await copyFile(info, making);
      if (copied === "denied") return tell("export.copyDenied");
      if (copied !== "copied") return faultText(tell, copied.fault, copied.message);
      showToast({ text: tell("export.copied", { format: formatLabel(tellFormat, info.name) }) });
      return "";
    });
  }

  return (
    <div className={css["foot"]}>
      {fault ? <Notice tone="danger">{fault}</Notice> : null}
      {isMaking ? (
        <div className={css["making"]}>
          <output>{tell("export.making")}</output>
          <Progress label={tell("export.making")} {...(share === null ? {} : { done: share, total: 1 })} />
          <Button autoFocus onPress={() => making.current?.abort()}>
            {tell("export.cancel")}
          </Button>
        </div>
      ) : (
        <div className={css["buttons"]}>
          {canCopy(info) ? (
            <Button icon={<Copy size={16} />} isDisabled={isDisabled} onPress={() => void copy()}>
              {tell("export.copy")}
            </Button>
          ) : null}
          <Button
            variant="primary"
            icon={<Download size={16} />}
            isDisabled={isDisabled}
            onPress={() => void save()}
          >
            {tell("export.save")}
          </Button>
        </div>
      )}
    </div>
  );
}
