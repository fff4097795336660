import { useSession } from "../../session/session-context.tsx";
import { useOwnPresence } from "../../shell/use-own-presence.ts";
import { Button } from "../../ui/button.tsx";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";
import css from "./word-offer.module.css";

/** Who has the word where it is not this person, and the way to take it; `isOver` the picture, or in its own place. */
export function WordOffer({ isOver = false }: Readonly<{ isOver?: boolean }>) {
  const tell = usePresentWords();
  const { presence } = useSession();
  const own = useOwnPresence();
  const { stage, hasWord, actions } = usePresenter();
  if (hasWord) return null;
  const { name } = stage.presenter;
  const isOffered = stage.offeredTo === presence.ownId;
  return (
    <div className={css["offer"]} data-over={isOver} role="status">
      <span dir="auto">{tell(isOffered ? "present.offered" : "present.hasWord", { name })}</span>
      <Button
        size="small"
        variant={isOffered ? "primary" : "secondary"}
        onPress={() => actions.take(own.name)}
      >
        {tell(isOffered ? "present.offered.take" : "present.take")}
      </Button>
    </div>
  );
}
