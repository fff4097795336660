import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { readJoinCode } from "#shared/protocol/join-code.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./join.module.css";

/** Where somebody types the code that the screen shows; it goes to the page that joins. */
export function JoinForm() {
  const tell = useLaterWords(follow);
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState("");
  const [isMalformed, setMalformed] = useState(false);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    const code = readJoinCode(typed);
    if (code === undefined) setMalformed(true);
    else navigate(`/j/${code}`);
  }

  return (
    <form className={css["form"]} onSubmit={handleSubmit} noValidate>
      <TextField
        label={tell("follow.join.field")}
        hint={tell("follow.join.hint")}
        error={isMalformed ? tell("follow.join.malformed") : undefined}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setMalformed(false);
        }}
        autoComplete="off"
        spellCheck="false"
      />
      <Button type="submit">{tell("follow.join.enter")}</Button>
    </form>
  );
}
