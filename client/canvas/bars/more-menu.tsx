import { Ellipsis, FolderInput } from "lucide-react";
import type { ReactNode } from "react";
import { type Card, type GroupId, getAs } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { commonGroup } from "../commands/chosen.ts";
import type { CommandId } from "../commands/index.ts";
import { CommandItems } from "../context-menu/command-items.tsx";
import { TintChoice } from "./tint-menu.tsx";

/** More regions than these cannot be offered in a menu that one can read. */
const maxGroups = 12;

/** What is asked for less often, kept out of the bar. */
export function MoreMenu({ ids, children }: Readonly<{ ids: readonly CommandId[]; children?: ReactNode }>) {
  const t = useWords();
  return (
    <Menu
      label={t("selection.more")}
      placement="top end"
      trigger={
        <IconButton label={t("selection.more")} tooltipPlacement="top">
          <Ellipsis size={17} />
        </IconButton>
      }
    >
      <CommandItems ids={ids} />
      {children}
    </Menu>
  );
}

/** The groups that cards can join, and the colour of the one they are in. */
export function GroupItems({ cards }: Readonly<{ cards: readonly Card[] }>) {
  const t = useWords();
  const { doc } = useSession();
  const { scene, actions } = useCanvas();
  const group = commonGroup(cards);
  const own = group && getAs(doc, "group", group);
  const others: GroupId[] = [];
  for (const id of scene.groups()) {
    if (others.length === maxGroups) break;
    if (id !== group) others.push(id);
  }
  return (
    <>
      {others.map((id) => (
        <MenuItem
          key={id}
          id={id}
          icon={<FolderInput size={16} />}
          text={t("group.add", { title: getAs(doc, "group", id)?.title || t("group.untitled") })}
          onAction={() => actions.groups.assignSelected(id)}
        />
      ))}
      {own ? (
        <TintChoice
          title={t("color.group")}
          value={own.color}
          onChange={(color) => actions.groups.tint(own.id, color)}
        />
      ) : null}
    </>
  );
}
