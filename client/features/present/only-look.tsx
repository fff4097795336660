import { useSession } from "../../session/session-context.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import css from "./begin-page.module.css";
import { usePresentWords } from "./use-present-words.ts";

/** For who may not present this map. */
export function OnlyLook() {
  const tell = usePresentWords();
  const { mapId } = useSession();
  return (
    <main className={css["page"]}>
      <h1 className={css["title"]}>{tell("present.title")}</h1>
      <p>{tell("present.look")}</p>
      <div className={css["actions"]}>
        <LinkButton href={`/m/${mapId}`}>{tell("present.backToMap")}</LinkButton>
        <LinkButton variant="primary" href={`/m/${mapId}/follow`}>
          {tell("present.look.follow")}
        </LinkButton>
      </div>
    </main>
  );
}
