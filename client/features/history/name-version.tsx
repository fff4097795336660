import { type FormEvent, useState } from "react";
import { modelLimits } from "#shared/model/limits.ts";
import type { VersionApi } from "../../api/version-api.ts";
import { useSession } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import css from "./version-list.module.css";
import { versionProblemText } from "./version-words.ts";
import { whenSaved } from "./when-saved.ts";

export type NameVersionProps = Readonly<{ versions: VersionApi; onNamed: () => void }>;

/** Keeps the map as it is now, under a name. */
export function NameVersion({ versions, onNamed }: NameVersionProps) {
  const t = useWords();
  const session = useSession();
  const [name, setName] = useState("");
  const [kept, setKept] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function keep() {
    setBusy(true);
    setFault(undefined);
    setKept("");
    // What this person did last may still be on its way, and they mean what they see.
    await whenSaved(session);
    const named = await versions.name({ name: name.trim(), author: session.by().author });
    setBusy(false);
    if (!named.ok) return setFault(versionProblemText(t, named.error));
    setKept(named.value.name);
    setName("");
    onNamed();
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== "" && !isBusy) void keep();
  }

  return (
    <form className={css["form"]} onSubmit={handleSubmit}>
      <TextField
        label={t("history.name")}
        value={name}
        onChange={setName}
        maxLength={modelLimits.maxTitleChars}
        error={fault}
      />
      <Button type="submit" variant="primary" isBusy={isBusy} isDisabled={name.trim() === ""}>
        {t("history.keep")}
      </Button>
      <p className={css["kept"]} role="status">
        {kept === "" ? null : t("history.kept", { name: kept })}
      </p>
    </form>
  );
}
