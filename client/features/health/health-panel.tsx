import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { undoWhileWriting } from "../../canvas/commands/undo-while-writing.ts";
import { useWayBack } from "../../canvas/view/back-to-canvas.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { health as words } from "../../words/en/health.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./health.module.css";
import { keepHidden, readHidden } from "./hidden-kinds.ts";
import { Kind } from "./kind.tsx";
import { useHealth } from "./use-health.ts";

export type HealthPanelProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

export function HealthPanel({ isOpen, onOpenChange }: HealthPanelProps) {
  return isOpen ? <Panel onClose={() => onOpenChange(false)} /> : null;
}

/** What could be better about the map, kind by kind, the gravest first; it goes on with the map while it is open. */
function Panel({ onClose }: Readonly<{ onClose: () => void }>) {
  const t = useWords();
  const tell = useLaterWords(words);
  const { session } = useCanvas();
  const health = useHealth();
  const [storage] = useState(() => createDeviceStorage(() => window.localStorage));
  const [hidden, setHidden] = useState(() => readHidden(storage));
  const panel = useRef<HTMLElement>(null);
  const goBack = useWayBack();
  useEffect(() => panel.current?.focus(), []);

  const findings = health.state === "ready" ? health.findings : [];
  const kinds = [...new Set(findings.map(({ code }) => code))];
  const shown = findings.filter(({ code }) => !hidden.has(code));
  const hiddenCount = kinds.filter((code) => hidden.has(code)).length;

  function close() {
    onClose();
    goBack();
  }
  function choose(next: ReadonlySet<string>) {
    setHidden(next);
    keepHidden(storage, next);
    // What was pressed is gone.
    panel.current?.focus();
  }
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={css["panel"]}
      data-sheet
      aria-label={tell("health.label")}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === "Escape") {
          event.preventDefault();
          close();
        } else undoWhileWriting(event, session);
      }}
    >
      <header className={css["head"]}>
        <h2 className={css["title"]}>{tell("health.label")}</h2>
        <IconButton label={t("app.close")} size="small" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      <output className={css["state"]}>
        {health.state === "looking" ? tell("health.looking") : null}
        {health.state === "ready"
          ? shown.length === 0
            ? tell("health.nothing")
            : tell("health.found", { count: shown.length })
          : null}
      </output>
      {health.state === "failed" ? <Notice tone="danger">{tell("health.failed")}</Notice> : null}
      <div className={css["kinds"]}>
        {kinds
          .filter((code) => !hidden.has(code))
          .map((code) => (
            <Kind
              key={code}
              code={code}
              findings={shown.filter((finding) => finding.code === code)}
              onHide={() => choose(new Set([...hidden, code]))}
            />
          ))}
      </div>
      {hiddenCount > 0 ? (
        <div className={css["foot"]}>
          <Button variant="quiet" size="small" onPress={() => choose(new Set())}>
            {tell("health.showHidden", { count: hiddenCount })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
