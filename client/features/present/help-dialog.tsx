import { type StageKeyId, stageKeys, useLetterKeys } from "../../stage/index.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import css from "./help-dialog.module.css";
import { type TellPresent, usePresentWords } from "./use-present-words.ts";

const signs: Readonly<Record<string, string>> = {
  ArrowRight: "→",
  ArrowLeft: "←",
  " ": "␣",
  Escape: "Esc",
  Backspace: "⌫",
};

/** The keys of presenting, and the way to do without letters. */
export function HelpDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const tell = usePresentWords();
  const [hasLetters, turnLetters] = useLetterKeys();
  const rows = stageKeys.map(({ id, keys, shift }) => ({
    words: wordsOf(tell, id),
    keys: keys.map(
      (key) => `${shift ? "Shift " : ""}${signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}`,
    ),
  }));
  const more = [
    { words: tell("present.key.digits"), keys: ["1–9"] },
    { words: tell("present.key.move"), keys: ["Tab", "↑", "↓"] },
  ];
  return (
    <Dialog
      size="large"
      isOpen
      title={tell("present.help")}
      closeLabel={tell("present.close")}
      onOpenChange={onClose}
    >
      <Checkbox label={tell("present.letters")} isSelected={hasLetters} onChange={turnLetters} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must scroll it */}
      <section tabIndex={0} aria-label={tell("present.help")} className={css["list"]}>
        <table className={css["table"]}>
          <tbody>
            {[...rows, ...more].map(({ words, keys }) => (
              <tr key={words}>
                <th scope="row">{words}</th>
                <td>
                  {keys.map((key) => (
                    <kbd key={key} className={css["key"]}>
                      {key}
                    </kbd>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{tell("present.code.opens")}</p>
      </section>
    </Dialog>
  );
}

function wordsOf(tell: TellPresent, id: StageKeyId): string {
  return tell(`present.key.${id}`);
}
