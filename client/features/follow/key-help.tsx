import { useLetterKeys } from "../../stage/index.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./follow-room.module.css";

/** Keys as they are printed; the same in every language. */
const rows = [
  { keys: ["→", "N"], words: "follow.keys.next" },
  { keys: ["←", "P"], words: "follow.keys.previous" },
  { keys: ["Shift →", "Shift ←"], words: "follow.keys.step" },
  { keys: ["Home", "End"], words: "follow.keys.ends" },
  { keys: ["1 – 9", "Enter"], words: "follow.keys.digits" },
  { keys: ["R"], words: "follow.keys.rejoin" },
  { keys: ["H"], words: "follow.keys.hand" },
  { keys: ["1 – 5"], words: "follow.keys.vote" },
  { keys: ["O"], words: "follow.keys.view" },
  { keys: ["F"], words: "follow.keys.fullscreen" },
  { keys: ["?"], words: "follow.keys.help" },
  { keys: ["Esc"], words: "follow.keys.leave" },
] as const satisfies readonly Readonly<{ keys: readonly string[]; words: keyof typeof follow }>[];

export type KeyHelpProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

/** What the keyboard does for whoever follows, and the way to turn letters off. */
export function KeyHelp({ isOpen, onOpenChange }: KeyHelpProps) {
  const t = useWords();
  const tell = useLaterWords(follow);
  const [hasLetters, turnLetters] = useLetterKeys();
  return (
    <Dialog
      title={tell("follow.keys")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      closeLabel={t("app.close")}
    >
      <table className={css["keys"]}>
        <tbody>
          {rows.map(({ keys, words }) => (
            <tr key={words}>
              <th scope="row">{tell(words)}</th>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        label={tell("follow.keys.letters")}
        hint={tell("follow.keys.lettersHint")}
        isSelected={hasLetters}
        onChange={turnLetters}
      />
    </Dialog>
  );
}
