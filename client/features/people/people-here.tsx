import { Button } from "react-aria-components";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { usePeople } from "../../session/session-context.tsx";
import { useOwnPresence } from "../../shell/use-own-presence.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Menu, MenuSeparator } from "../../ui/menu.tsx";
import { WithTooltip } from "../../ui/tooltip.tsx";
import css from "./people-here.module.css";
import { GatherItem, PersonItems } from "./person-items.tsx";

/** More would not fit; the rest is a number. */
const maxShown = 4;

/** Who is on this map now: oneself first, then the others. Press one to follow them or to go where they are. */
export function PeopleHere({ onEditSelf }: Readonly<{ onEditSelf: () => void }>) {
  const { t } = useCanvas();
  const own = useOwnPresence();
  const people = usePeople();
  const hidden = people.slice(maxShown);
  return (
    <div className={css["people"]}>
      <ul className={css["list"]} aria-label={t("presence.here", { count: people.length })}>
        {people.slice(0, maxShown).map((peer) => (
          <li key={peer.clientId}>
            <Menu
              label={t("together.menu", { name: peer.user.name })}
              placement="bottom end"
              trigger={
                <WithTooltip text={peer.user.name}>
                  <Button className={css["person"] ?? ""}>
                    <Avatar name={peer.user.name} color={peer.user.color} size="small" />
                  </Button>
                </WithTooltip>
              }
            >
              <PersonItems peer={peer} />
              <MenuSeparator />
              <GatherItem />
            </Menu>
          </li>
        ))}
        {hidden.length > 0 ? (
          <li className={css["more"]}>
            <Menu
              label={t("together.more", { count: hidden.length })}
              placement="bottom end"
              trigger={
                <WithTooltip text={hidden.map(({ user }) => user.name).join(", ")}>
                  <Button
                    className={css["rest"] ?? ""}
                    aria-label={t("together.more", { count: hidden.length })}
                  >
                    {t("presence.more", { count: hidden.length })}
                  </Button>
                </WithTooltip>
              }
            >
              {hidden.map((peer) => (
                <PersonItems key={peer.clientId} peer={peer} />
              ))}
              <MenuSeparator />
              <GatherItem />
            </Menu>
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
