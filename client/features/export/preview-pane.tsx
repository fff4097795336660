import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { exporting } from "../../words/en/export.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./export.module.css";
import { faultText } from "./fault-text.ts";
import type { Preview } from "./use-preview.ts";

export type PreviewPaneProps = Readonly<{ preview: Preview; isTransparent: boolean }>;

/** What the file will look like, or how its text begins. */
export function PreviewPane({ preview, isTransparent }: PreviewPaneProps) {
  const tell = useLaterWords(exporting);
  if (preview.state === "failed")
    return <Notice tone="danger">{faultText(tell, preview.fault, preview.message)}</Notice>;
  const ready = preview.state === "ready" ? preview : preview.last;
  const shown = ready?.shown;
  return (
    <section
      aria-label={tell("export.preview")}
      aria-busy={preview.state === "making"}
      className={css["preview"]}
    >
      {shown?.kind === "picture" ? (
        <img
          src={shown.url}
          alt={tell("export.preview.picture")}
          className={css["picture"]}
          data-transparent={isTransparent}
        />
      ) : null}
      {shown?.kind === "text" ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <pre dir="auto" className={css["text"]} tabIndex={0}>
          {shown.text}
          {shown.goesOn ? `\n\n${tell("export.preview.more")}` : ""}
        </pre>
      ) : null}
      {shown?.kind === "picture" && shown.isCoarse ? (
        <p className={css["note"]}>{tell("export.preview.coarse")}</p>
      ) : null}
      {preview.state === "making" ? (
        <p className={css["waiting"]} data-first={ready === null}>
          <Spinner /> {tell("export.preview.making")}
        </p>
      ) : null}
    </section>
  );
}
