import { Button } from "react-aria-components";
import { usePeople } from "../../session/session-context.tsx";
import { useOwnPresence } from "../../shell/use-own-presence.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { WithTooltip } from "../../ui/tooltip.tsx";
import { useWords } from "../../words/use-words.ts";
import css from "./people-here.module.css";

/** More would not fit; the rest is a number. */
const maxShown = 4;

/** Who is on this map now: oneself first, then the others. */
export function PeopleHere({ onEditSelf }: Readonly<{ onEditSelf: () => void }>) {
  const t = useWords();
  const own = useOwnPresence();
  const people = usePeople();
  const hidden = people.slice(maxShown);
  return (
    <div className={css["people"]}>
      <ul className={css["list"]} aria-label={t("presence.here", { count: people.length })}>
        {people.slice(0, maxShown).map(({ clientId, user }) => (
          <li key={clientId}>
            <WithTooltip text={user.name}>
              <Button className={css["person"] ?? ""}>
                <Avatar name={user.name} color={user.color} size="small" />
              </Button>
            </WithTooltip>
          </li>
        ))}
        {hidden.length > 0 ? (
          <li className={css["more"]} title={hidden.map(({ user }) => user.name).join(", ")}>
            {t("presence.more", { count: hidden.length })}
          </li>
        ) : null}
      </ul>
      <WithTooltip text={t("presence.you", { name: own.name })}>
        <Button
          className={css["person"] ?? ""}
          aria-label={t("presence.you", { name: own.name })}
          onPress={onEditSelf}
        >
          <Avatar name={own.name} color={own.color} size="small" />
        </Button>
      </WithTooltip>
    </div>
  );
}
