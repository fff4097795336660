import { VisuallyHidden } from "react-aria-components";
import { commandGroups, type KeyPress, mapCommands } from "../../canvas/commands/index.ts";
import { isApplePlatform, type KeyCap, keyCaps } from "../../canvas/commands/key-names.ts";
import { outlineKeys } from "../../canvas/commands/outline-keys.ts";
import { stageKeys } from "../../stage/stage-keys.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { present } from "../../words/en/present.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./keyboard-help-dialog.module.css";

export type KeyboardHelpDialogProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}>;

/** All that the keyboard does on the canvas and in the outline, from the tables that these go by themselves. */
export function KeyboardHelpDialog({ isOpen, onOpenChange }: KeyboardHelpDialogProps) {
  const t = useWords();
  const tell = useLaterWords(present);
  return (
    <Dialog
      size="large"
      title={t("keyboard.title")}
      closeLabel={t("app.close")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <p className={css["lead"]}>{t("keyboard.lead")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: nothing else in here takes the focus, and arrow keys must scroll it */}
      <section tabIndex={0} aria-label={t("keyboard.list")} className={css["groups"]}>
        {commandGroups.map((group) => (
          <ShortcutTable
            key={group}
            title={t(`keyboard.group.${group}`)}
            rows={mapCommands
              .filter((command) => command.group === group && command.keys)
              .map(({ id, keys = [] }) => ({ id, keys, words: t(`command.${id}`) }))}
          />
        ))}
        <ShortcutTable
          title={t("outline.keys")}
          rows={outlineKeys.map(({ id, keys }) => ({ id, keys, words: t(`outline.key.${id}`) }))}
        />
        <ShortcutTable
          title={tell("present.help")}
          rows={stageKeys.map(({ id, keys, shift }) => ({
            id,
            keys: keys.map((key) => ({
              held: shift ? "shift" : "nothing",
              key: key === " " ? "Space" : key,
            })),
            words: tell(`present.key.${id}`),
          }))}
        />
      </section>
    </Dialog>
  );
}

type ShortcutTableProps = Readonly<{
  title: string;
  rows: readonly Readonly<{ id: string; words: string; keys: readonly KeyPress[] }>[];
}>;

function ShortcutTable({ title, rows }: ShortcutTableProps) {
  return (
    <table className={css["table"]}>
      <caption className={css["caption"]}>{title}</caption>
      <tbody>
        {rows.map(({ id, words, keys }) => (
          <tr key={id}>
            <th scope="row">{words}</th>
            <td>
              <Shortcuts keys={keys} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each way to ask for it: the keys with their signs, and for screen readers with their names. */
function Shortcuts({ keys }: Readonly<{ keys: readonly KeyPress[] }>) {
  const isApple = isApplePlatform();
  const ways = keys.map((key) => keyCaps(key, isApple));
  return (
    <ul className={css["ways"]}>
      {ways.map((caps) => (
        <li key={caps.map(({ sign }) => sign).join(" ")} className={css["way"]}>
          {caps.map((cap, index) => (
            <KeyCapView key={cap.sign} cap={cap} isFirst={index === 0} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function KeyCapView({ cap: { sign, name }, isFirst }: Readonly<{ cap: KeyCap; isFirst: boolean }>) {
  const t = useWords();
  return (
    <>
      {isFirst ? null : <VisuallyHidden elementType="span"> {t("keyboard.with")} </VisuallyHidden>}
      <kbd className={css["key"]}>
        {name === null ? (
          sign
        ) : (
          <>
            <span aria-hidden="true">{sign}</span>
            <VisuallyHidden elementType="span">{t(`keyboard.key.${name}`)}</VisuallyHidden>
          </>
        )}
      </kbd>
    </>
  );
}
