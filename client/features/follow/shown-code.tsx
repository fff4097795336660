import { JoinCode } from "../../stage/index.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-room.module.css";

/** By what code others join, for who sits beside: as letters and as a picture for their phone. */
export function ShownCode({ code }: Readonly<{ code: string }>) {
  const tell = useLaterWords(follow);
  const address = `${window.location.origin}/j/${code}`;
  return (
    <section className={css["code"]} aria-label={tell("follow.code")}>
      <div className={css["codePicture"]}>
        <JoinCode address={address} label={tell("follow.codePicture", { address })} />
      </div>
      <p>
        {tell("follow.code")}
        <strong>{code}</strong>
      </p>
    </section>
  );
}
