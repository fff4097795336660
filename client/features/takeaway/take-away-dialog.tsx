import { useLingui } from "@lingui/react";
import { FileText, NotebookText, Presentation } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type ExportOptions, unnamedPresentation } from "#shared/formats/export-options.ts";
import { savedNameOf } from "#shared/lib/saved-name.ts";
import { type PlainMap, type PresentationId, presentationsOf, stepsOf, viewOf } from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";
import { saveFile } from "../../api/save-file.ts";
import { useSession } from "../../session/session-context.tsx";
import { localeOf } from "../../state/language.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Progress } from "../../ui/progress.tsx";
import { Select } from "../../ui/select.tsx";
import { useToast } from "../../ui/toast.tsx";
import { takeaway } from "../../words/en/takeaway.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { askUndrawn } from "./ask-undrawn.ts";
import { type FetchReport, makeFile, type TakeAway, type TakeAwayFault } from "./make-file.ts";
import css from "./take-away.module.css";

export type TakeAwayDialogProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Chosen at first; null is of the steps that belong to none by name. */
  presentation: PresentationId | null;
  fetchReport: FetchReport;
}>;

/** Saves a presentation as handout or slides, and what came of it as a report. */
export function TakeAwayDialog({ isOpen, onOpenChange, ...rest }: TakeAwayDialogProps) {
  const t = useWords();
  const tell = useLaterWords(takeaway);
  return (
    <Dialog
      title={tell("takeaway.title")}
      closeLabel={t("app.close")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Choices {...rest} />
    </Dialog>
  );
}

type Making = Readonly<{ kind: TakeAway; share: number | null }>;

/** The map is taken as it was when the dialog opened. */
function Choices({ presentation, fetchReport }: Pick<TakeAwayDialogProps, "presentation" | "fetchReport">) {
  const session = useSession();
  const t = useWords();
  const tell = useLaterWords(takeaway);
  const { i18n } = useLingui();
  const showToast = useToast();
  const [map] = useState(() => session.doc.toPlainMap());
  const [chosen, setChosen] = useState<string>(presentation ?? unnamedPresentation);
  const [page, setPage] = useState<"a4" | "letter">("a4");
  const [hasNotes, setNotes] = useState(true);
  const [making, setMaking] = useState<Making | null>(null);
  const [fault, setFault] = useState<TakeAwayFault | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const runs = runsOf(map);
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  const steps = run === undefined ? [] : stepsOf(map, run.presentation);
  const shown = playable(viewOf(map), steps).length;
  const isEmpty = shown === 0;
  const undrawn = useUndrawn(map, isEmpty ? null : (run?.presentation ?? unnamedPresentation), hasNotes);

  async function save(kind: TakeAway) {
    const controller = new AbortController();
    running.current = controller;
    setFault(null);
    setMaking({ kind, share: null });
    const wanted = {
      kind,
      map,
      presentation: run?.presentation ?? unnamedPresentation,
      page,
      notes: hasNotes,
      lang: i18n.locale === localeOf.zh ? "zh" : "en",
    } as const;
    const made = await makeFile(wanted, fetchReport, controller.signal, (share) =>
      setMaking({ kind, share }),
    );
    if (running.current !== controller) return;
    setMaking(null);
    if (!made.ok) return setFault(made.error === "calledOff" ? null : made.error);
    const isReport = kind === "html" || kind === "md";
    const after = [run?.title ?? "", ...(isReport ? [tell("takeaway.report.file")] : [])];
    const name = savedNameOf(map.meta.title || t("map.untitled"), kind, ...after);
    saveFile(made.value, name);
    showToast({ text: tell("takeaway.saved", { file: name }) });
  }

  const saves = (kind: TakeAway, isOff = false) => (
    <Button
      isBusy={making?.kind === kind}
      isDisabled={isOff || (making !== null && making.kind !== kind)}
      onPress={() => void save(kind)}
    >
      {tell(`takeaway.save.${kind}`)}
    </Button>
  );
  return (
    <div className={css["choices"]}>
      {runs.length > 1 ? (
        <Select
          label={tell("takeaway.presentation")}
          value={run?.id ?? null}
          onChange={setChosen}
          options={runs.map(({ id, title }) => ({ value: id, label: title || tell("takeaway.untitled") }))}
        />
      ) : null}
      {isEmpty ? <Notice tone="info">{tell("takeaway.nothing")}</Notice> : null}
      <Checkbox
        label={tell("takeaway.notes")}
        hint={tell("takeaway.notes.hint")}
        isSelected={hasNotes}
        onChange={setNotes}
      />
      {isEmpty || shown === steps.length ? null : (
        <p className={css["told"]}>{tell("takeaway.hidden", { count: steps.length - shown })}</p>
      )}
      <Choice
        icon={<NotebookText size={20} />}
        title={tell("takeaway.handout")}
        what={tell("takeaway.handout.what")}
        told={
          undrawn === "" ? null : (
            <>
              {tell("takeaway.undrawn")} <bdi className={css["characters"]}>{undrawn}</bdi>
            </>
          )
        }
      >
        <Select
          label={tell("takeaway.paper")}
          value={page}
          onChange={setPage}
          options={(["a4", "letter"] as const).map((value) => ({
            value,
            label: tell(`takeaway.paper.${value}`),
          }))}
        />
        {saves("pdf", isEmpty)}
      </Choice>
      <Choice
        icon={<Presentation size={20} />}
        title={tell("takeaway.slides")}
        what={tell("takeaway.slides.what")}
      >
        {saves("pptx", isEmpty)}
      </Choice>
      <Choice
        icon={<FileText size={20} />}
        title={tell("takeaway.report")}
        what={tell("takeaway.report.what")}
      >
        {saves("html")}
        {saves("md")}
      </Choice>
      {fault && fault !== "calledOff" ? (
        <Notice tone="danger">{tell(`takeaway.fault.${fault}`)}</Notice>
      ) : null}
      {making ? (
        <div className={css["making"]}>
          <output>{tell("takeaway.making")}</output>
          <Progress
            label={tell("takeaway.making")}
            {...(making.share === null ? {} : { done: making.share, total: 1 })}
          />
          <Button onPress={() => running.current?.abort()}>{tell("takeaway.cancel")}</Button>
        </div>
      ) : null}
    </div>
  );
}

/** Which characters the handout has no fonts for, as far as that is known by now. */
function useUndrawn(map: PlainMap, presentation: ExportOptions["presentation"], notes: boolean): string {
  const [undrawn, setUndrawn] = useState("");
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    if (presentation === null) setUndrawn("");
    else
      void askUndrawn(map, { presentation, notes }, signal).then((told) => {
        if (!signal.aborted) setUndrawn(told);
      });
    return () => controller.abort();
  }, [map, presentation, notes]);
  return undrawn;
}

type ChoiceProps = Readonly<{
  icon: ReactNode;
  title: string;
  what: string;
  /** What the file will lack; it may come to be known later. */
  told?: ReactNode;
  children: ReactNode;
}>;

function Choice({ icon, title, what, told, children }: ChoiceProps) {
  return (
    <section className={css["choice"]} aria-label={title}>
      <span className={css["icon"]} aria-hidden="true">
        {icon}
      </span>
      <div>
        <h3 className={css["title"]}>{title}</h3>
        <p className={css["what"]}>{what}</p>
        <div aria-live="polite">{told ? <p className={css["told"]}>{told}</p> : null}</div>
      </div>
      <div className={css["buttons"]}>{children}</div>
    </section>
  );
}

type Run = Readonly<{ id: string; presentation: PresentationId | null; title: string }>;

/** Presentations by name, and the steps of none where there are some or nothing else. */
function runsOf(map: PlainMap): readonly Run[] {
  const named = presentationsOf(map).map(({ id, title }): Run => ({ id, presentation: id, title }));
  const isUnnamed = named.length === 0 || stepsOf(map, null).length > 0;
  return isUnnamed ? [{ id: unnamedPresentation, presentation: null, title: "" }, ...named] : named;
}
