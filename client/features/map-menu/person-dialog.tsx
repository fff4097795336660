import { type FormEvent, useState } from "react";
import { maxPersonNameChars } from "#shared/protocol/presence.ts";
import { accountName } from "../../api/account.ts";
import { type Person, personColorNames, personColors } from "../../state/person.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Swatches } from "../../ui/swatches.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { personName } from "../../words/person-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./person-dialog.module.css";

export type PersonDialogProps = Readonly<{
  person: Person;
  onSave: (person: Person) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}>;

/** How this user appears to the others. */
export function PersonDialog(props: PersonDialogProps) {
  const t = useWords();
  return (
    <Dialog
      size="small"
      title={t("person.title")}
      closeLabel={t("app.close")}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <PersonForm {...props} />
    </Dialog>
  );
}

/** Its own component so that each opening starts from what is kept. */
function PersonForm({ person, onSave, onOpenChange }: PersonDialogProps) {
  const t = useWords();
  const [draft, setDraft] = useState(person);
  const account = accountName(document.cookie);
  const name = account ?? personName(t, draft);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    onSave(draft);
    onOpenChange(false);
  }

  return (
    <form className={css["form"]} onSubmit={handleSubmit}>
      <div className={css["who"]}>
        <Avatar name={name} color={personColors[draft.color]} />
        <span>{name}</span>
      </div>
      {account === null ? (
        <TextField
          label={t("person.name")}
          hint={t("person.hint")}
          value={draft.name}
          maxLength={maxPersonNameChars}
          autoComplete="nickname"
          autoFocus
          onChange={(name) => setDraft({ ...draft, name })}
        />
      ) : (
        <p>{t("access.signIn.name")}</p>
      )}
      <Swatches
        label={t("person.color")}
        value={draft.color}
        onChange={(color) => setDraft({ ...draft, color })}
        options={personColorNames.map((color) => ({
          value: color,
          label: t(`person.colorName.${color}`),
          color: personColors[color],
        }))}
      />
      <div className={css["actions"]}>
        <Button onPress={() => onOpenChange(false)}>{t("map.action.cancel")}</Button>
        <Button type="submit" variant="primary">
          {t("person.save")}
        </Button>
      </div>
    </form>
  );
}
