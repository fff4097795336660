import { useRef, useState } from "react";
import { type FormatName, formatInfos } from "#shared/formats/registry.ts";
import { limits } from "#shared/protocol/limits.ts";
import { useServices } from "../../api/services.tsx";
import { useNewMap } from "../../shell/use-new-map.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Progress } from "../../ui/progress.tsx";
import { Select } from "../../ui/select.tsx";
import { useToast } from "../../ui/toast.tsx";
import { formats } from "../../words/en/formats.ts";
import { importing } from "../../words/en/import.ts";
import { formatLabel } from "../../words/format-label.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";
import { FileContents } from "./file-contents.tsx";
import css from "./import.module.css";
import type { ImportTarget } from "./import-target.ts";
import { isTooLarge, newMapRequest } from "./new-map-request.ts";
import { maxFileBytes, useReading } from "./use-reading.ts";

const bytesPerMegabyte = 1_000_000;

export type ReadFileViewProps = Readonly<{
  file: File;
  target: ImportTarget | null;
  author: string;
  onBusy: (isBusy: boolean) => void;
  onAnother: () => void;
  onDone: () => void;
}>;

const readable = formatInfos.filter(({ canRead }) => canRead).map(({ name }) => name);

/** What a file holds, how it is read, and what can be made of it. */
export function ReadFileView(props: ReadFileViewProps) {
  const { file, target, author, onBusy } = props;
  const t = useWords();
  const tell = useLaterWords(importing);
  const tellFormat = useLaterWords(formats);
  const { now } = useServices();
  const showToast = useToast();
  const { create, isBusy } = useNewMap();
  const [format, setFormat] = useState<FormatName | null>(null);
  const [usesKnown, setUsesKnown] = useState(true);
  const [fault, setFault] = useState<string | null>(null);
  const [progress, setProgress] = useState<Readonly<{ done: number; total: number }> | null>(null);
  const calling = useRef<AbortController>(null);
  const reading = useReading({ file, format, author, now, known: target?.known ?? null });
  // It may have been compared with a map that may not be changed any more.
  const news = target && reading.state === "read" ? reading.read.news : null;
  const name = file.name === "" ? tell("import.pasted") : file.name;
  const isEmpty =
    reading.state === "read" && Object.values(reading.read.counts).every((count) => count === 0);

  async function addToMap() {
    if (reading.state !== "read" || !target) return;
    const { thread, read } = reading;
    const of = usesKnown && news ? "news" : "all";
    const records = news && of === "news" ? news.records : read.records;
    const controller = new AbortController();
    calling.current = controller;
    setFault(null);
    onBusy(true);
    setProgress({ done: 0, total: records });
    try {
      const count = await target.add(
        { pieces: (move) => thread.pieces(of, move), records, bounds: read.bounds },
        { signal: controller.signal, onProgress: (done, total) => setProgress({ done, total }) },
      );
      if (count === 0) return setFault(tell("import.stopped"));
      props.onDone();
      tellOfAdded(target, count);
    } catch {
      // A fault of ours in the middle of it: the dialog must not stay as if it were still adding.
      setFault(tell("import.failed"));
    } finally {
      onBusy(false);
      setProgress(null);
    }
  }

  function tellOfAdded({ undo, onFurtherStep }: ImportTarget, count: number) {
    let stop: () => void = () => undefined;
    const takeAway = showToast({
      text: tell("import.done", { count }),
      action: { label: t("command.undo"), onPress: undo },
      onGone: () => stop(),
    });
    stop = onFurtherStep(takeAway);
  }

  async function openAsNew() {
    if (reading.state !== "read") return;
    const request = newMapRequest(reading.read);
    setFault(null);
    if (isTooLarge(request)) {
      setFault(tell("import.tooLargeForNew", { limit: Math.floor(limits.maxBodyBytes / bytesPerMegabyte) }));
      return;
    }
    onBusy(true);
    const problem = await create(request);
    onBusy(false);
    if (problem) setFault(problemText(t, problem));
    else props.onDone();
  }

  if (progress) {
    const words = tell("import.adding", progress);
    return (
      <div className={css["adding"]}>
        <output>{words}</output>
        <Progress label={words} {...progress} />
        <div className={css["foot"]}>
          <Button autoFocus onPress={() => calling.current?.abort()}>
            {tell("import.cancel")}
          </Button>
        </div>
      </div>
    );
  }
  const canTake = reading.state === "read" && !isEmpty;
  const nothingNew = usesKnown && news?.records === 0;
  return (
    <>
      <div className={css["head"]}>
        <h3 dir="auto" className={css["name"]}>
          {name}
        </h3>
        <Select
          label={tell("import.format")}
          value={format ?? (reading.state === "read" ? reading.read.format : null)}
          onChange={setFormat}
          options={readable.map((value) => ({ value, label: formatLabel(tellFormat, value) }))}
        />
      </div>
      <output className={css["state"]}>
        {reading.state === "reading" ? tell("import.reading", { file: name }) : ""}
      </output>
      {reading.state === "fault" ? (
        <Notice tone="danger">
          {tell(`import.fault.${reading.fault}`, {
            file: name,
            limit: Math.floor(maxFileBytes / bytesPerMegabyte),
          })}
        </Notice>
      ) : null}
      {reading.state === "read" ? (
        <FileContents read={reading.read} news={news} usesKnown={usesKnown} onUsesKnown={setUsesKnown} />
      ) : null}
      {fault ? <Notice tone="danger">{fault}</Notice> : null}
      <div className={css["foot"]}>
        {/* What the keyboard is at goes with what is shown: first calling it off, then what comes of it. */}
        <Button variant="quiet" autoFocus onPress={props.onAnother}>
          {tell(reading.state === "reading" ? "import.cancel" : "import.another")}
        </Button>
        {canTake ? (
          <>
            <Button
              {...(target ? {} : { variant: "primary", autoFocus: true })}
              isBusy={isBusy}
              onPress={() => void openAsNew()}
            >
              {tell("import.intoNew")}
            </Button>
            {target && !nothingNew ? (
              <Button variant="primary" autoFocus onPress={() => void addToMap()}>
                {tell("import.intoMap")}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </>
  );
}
