import { CircleAlert, CircleX, EyeOff, Info } from "lucide-react";
import { useId } from "react";
import type { Finding, LintCode } from "#shared/evaluation/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { jumpTo } from "../../canvas/view/jump-to.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { health as words } from "../../words/en/health.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./health.module.css";
import { cardFor, nameFor } from "./subject.ts";

/** As many of a kind as anybody goes through; the others are counted. */
const maxListed = 50;
const signs = { error: CircleX, warning: CircleAlert, hint: Info } as const;

export type KindProps = Readonly<{ code: LintCode; findings: readonly Finding[]; onHide: () => void }>;

/** Remarks of one kind, each leading to the card that it is about. */
export function Kind({ code, findings, onHide }: KindProps) {
  const tell = useLaterWords(words);
  const tools = useCanvas();
  const { doc } = tools.session;
  const id = useId();
  const Sign = signs[findings[0]?.severity ?? "hint"];
  const listed = findings.slice(0, maxListed);

  function goTo({ ids }: Finding) {
    const card = ids.flatMap((about) => cardFor(doc, about) ?? [])[0];
    if (card !== undefined) jumpTo(tools, card);
  }
  return (
    <section aria-labelledby={id} className={css["kind"]}>
      <header className={css["kindHead"]}>
        <Sign size={16} aria-hidden="true" data-severity={findings[0]?.severity} className={css["sign"]} />
        <h3 id={id} className={css["kindTitle"]}>
          {tell(`health.${code}`)}
        </h3>
        <span className={css["count"]}>{findings.length}</span>
        <IconButton label={tell("health.hide")} size="small" onPress={onHide}>
          <EyeOff size={14} />
        </IconButton>
      </header>
      <ul className={css["list"]}>
        {listed.map((finding) => (
          <li key={finding.ids.join(" ")}>
            <button type="button" className={css["item"]} onClick={() => goTo(finding)}>
              {finding.ids.map((about) => (
                <span key={about} dir="auto" className={css["name"]}>
                  {nameFor(doc, about) ?? tell("health.untitled")}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > listed.length ? (
        <p className={css["more"]}>{tell("health.more", { count: findings.length - listed.length })}</p>
      ) : null}
    </section>
  );
}
