import { CircleAlert, CircleX, Info } from "lucide-react";
import type { Diagnostic } from "#shared/formats/diagnostic.ts";
import type { RecordType } from "#shared/model/index.ts";
import { useLanguage } from "../../state/use-language.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Notice } from "../../ui/notice.tsx";
import { formats } from "../../words/en/formats.ts";
import { importing } from "../../words/en/import.ts";
import { findingText } from "../../words/format-label.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./import.module.css";
import type { FileRead } from "./read-file.ts";

const counted = [
  ["cards", "card"],
  ["arguments", "argument"],
  ["conflicts", "conflict"],
  ["sources", "source"],
  ["groups", "group"],
  ["presentations", "presentation"],
  ["steps", "step"],
] as const satisfies readonly (readonly [string, RecordType])[];

export type FileContentsProps = Readonly<{
  read: FileRead;
  /** What of it is new to the map that it may be added to. */
  news: FileRead["news"];
  usesKnown: boolean;
  onUsesKnown: (usesKnown: boolean) => void;
}>;

/** What a file holds, what of it is new, and what was found while reading it. */
export function FileContents({ read, news, usesKnown, onUsesKnown }: FileContentsProps) {
  const tell = useLaterWords(importing);
  const { findings } = read;
  const counts = counted
    .map(([name, type]) => [name, read.counts[type]] as const)
    .filter(([, count]) => count > 0);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const hasRepeated = news !== null && news.records < total;
  return (
    <>
      {counts.length === 0 ? (
        <Notice tone="warning">{tell("import.nothing")}</Notice>
      ) : (
        <section aria-label={tell("import.counts")}>
          <ul className={css["counts"]}>
            {counts.map(([name, count]) => (
              <li key={name}>{tell(`import.count.${name}`, { count })}</li>
            ))}
          </ul>
        </section>
      )}
      {hasRepeated ? (
        <div className={css["known"]}>
          <p className={css["note"]}>
            {tell("import.known", { count: news.knownCards })} {tell("import.new", { count: news.records })}
          </p>
          <Checkbox label={tell("import.known.use")} isSelected={usesKnown} onChange={onUsesKnown} />
        </div>
      ) : null}
      {findings.length > 0 ? (
        <Findings findings={findings} />
      ) : counts.length > 0 ? (
        <p className={css["note"]}>{tell("import.findings.none")}</p>
      ) : null}
    </>
  );
}

const signs = { error: CircleX, warning: CircleAlert, info: Info } as const;

function Findings({ findings }: Readonly<{ findings: readonly Diagnostic[] }>) {
  const tell = useLaterWords(importing);
  const tellFinding = useLaterWords(formats);
  const isEnglish = useLanguage() === "en";
  return (
    <section aria-label={tell("import.findings")} className={css["section"]}>
      <h4 className={css["heading"]}>{tell("import.findings")}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ul className={css["findings"]} tabIndex={0}>
        {findings.map((finding, index) => {
          const Sign = signs[finding.severity];
          const words = findingText(tellFinding, finding.code) ?? finding.message;
          // Readers speak English; elsewhere what they quote of the file has to do.
          const closer = isEnglish && isGeneral(finding) ? finding.message : quotedIn(finding.message);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change, and two may be alike
            <li key={index} data-severity={finding.severity}>
              <Sign size={16} aria-hidden="true" />
              <span>
                {finding.line === undefined ? null : <b>{placeOf(tell, finding, finding.line)} </b>}
                {finding.path === undefined ? null : <b>{finding.path} </b>}
                {words} {closer === words || closer === "" ? null : `${closer} `}
                <code>{finding.code}</code>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Whether a code stands for several things that only the reader tells apart. */
function isGeneral({ code }: Diagnostic): boolean {
  return /_(?:LEFT_OUT|BAD_VALUE|SYNTAX|MORE)$/u.test(code);
}

/** What a remark quotes of the file. */
function quotedIn(message: string): string {
  return [...message.matchAll(/"([^"]{1,80})"|“([^”]{1,80})”/gu)].map(([, a, b]) => a ?? b).join("、");
}

function placeOf(
  tell: ReturnType<typeof useLaterWords<typeof importing>>,
  { column }: Diagnostic,
  line: number,
): string {
  return column === undefined
    ? tell("import.findings.where", { line })
    : tell("import.findings.whereExactly", { line, column });
}
