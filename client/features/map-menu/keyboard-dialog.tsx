import { useWords } from "../../app/words/use-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import css from "./keyboard-dialog.module.css";

/** Keys as they are printed on them, pressed together; words from the catalogue. */
export type ShortcutGroup = Readonly<{
  title: string;
  shortcuts: readonly Readonly<{ keys: readonly string[]; text: string }>[];
}>;

export type KeyboardDialogProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  groups: readonly ShortcutGroup[];
}>;

/** All that the keyboard does on a map. */
export function KeyboardDialog({ isOpen, onOpenChange, groups }: KeyboardDialogProps) {
  const t = useWords();
  return (
    <Dialog
      size="large"
      title={t("keyboard.title")}
      closeLabel={t("app.close")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <div className={css["groups"]}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={css["title"]}>{group.title}</h3>
            <dl className={css["list"]}>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.text} className={css["row"]}>
                  <dt>{shortcut.text}</dt>
                  <dd className={css["keys"]}>
                    {shortcut.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
