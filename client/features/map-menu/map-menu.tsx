import {
  Command,
  Download,
  FilePlus2,
  Filter,
  Footprints,
  History,
  House,
  Keyboard,
  LayoutTemplate,
  Menu as MenuIcon,
  MessagesSquare,
  MonitorPlay,
  Palette,
  Presentation,
  Search,
  Trash2,
  Upload,
} from "lucide-react";
import { canEdit, type Role } from "#shared/protocol/roles.ts";
import { LayerChoice } from "../../canvas/weighing/layer-choice.tsx";
import { LanguageChoices } from "../../shell/language-choices.tsx";
import { ThemeChoices } from "../../shell/theme-choices.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";

export type MapMenuProps = Readonly<{
  role: Role;
  onNewMap: () => void;
  /** Looks into a file to add to this map. */
  onImport: () => void;
  /** Offers maps to begin with. */
  onTemplates: () => void;
  /** Saves the map, or a part of it, as a file. */
  onExport: () => void;
  /** Asks whether to delete; for the owner only. */
  onDelete: () => void;
  onEditPerson: () => void;
  /** Asks for a command of the map; the menu names a few that are hard to find without a keyboard. */
  onCommand: (id: MenuCommand) => void;
}>;

const menuCommands = [
  { id: "comments", icon: <MessagesSquare size={16} /> },
  { id: "presentations", icon: <Presentation size={16} /> },
  { id: "present", icon: <MonitorPlay size={16} /> },
  { id: "history", icon: <History size={16} /> },
  { id: "palette", icon: <Command size={16} /> },
  { id: "find", icon: <Search size={16} /> },
  { id: "filter", icon: <Filter size={16} /> },
  { id: "help", icon: <Keyboard size={16} /> },
  { id: "tour", icon: <Footprints size={16} /> },
] as const;

export type MenuCommand = (typeof menuCommands)[number]["id"];

/** What can be done with a map as a whole, and how it looks here. */
export function MapMenu(props: MapMenuProps) {
  const t = useWords();
  return (
    <Menu
      label={t("map.menu.label")}
      trigger={
        <IconButton label={t("map.menu.label")}>
          <MenuIcon size={18} />
        </IconButton>
      }
    >
      <MenuItem id="home" text={t("map.menu.home")} icon={<House size={16} />} href="/" />
      <MenuItem id="new" text={t("map.menu.new")} icon={<FilePlus2 size={16} />} onAction={props.onNewMap} />
      <MenuSeparator />
      {canEdit(props.role) ? (
        <>
          <MenuItem
            id="templates"
            text={t("templates.insert")}
            icon={<LayoutTemplate size={16} />}
            onAction={props.onTemplates}
          />
          <MenuItem
            id="import"
            text={t("command.import")}
            icon={<Upload size={16} />}
            onAction={props.onImport}
          />
        </>
      ) : null}
      <MenuItem
        id="export"
        text={t("command.export")}
        icon={<Download size={16} />}
        onAction={props.onExport}
      />
      <MenuSeparator />
      <MenuItem
        id="person"
        text={t("map.menu.person")}
        icon={<Palette size={16} />}
        onAction={props.onEditPerson}
      />
      <MenuSeparator />
      {menuCommands.map(({ id, icon }) => (
        <MenuItem
          key={id}
          id={id}
          text={t(`command.${id}`)}
          icon={icon}
          onAction={() => props.onCommand(id)}
        />
      ))}
      <MenuSeparator />
      <LayerChoice />
      <ThemeChoices />
      <LanguageChoices />
      {props.role === "owner" ? (
        <>
          <MenuSeparator />
          <MenuItem
            id="delete"
            tone="danger"
            text={t("map.menu.delete")}
            icon={<Trash2 size={16} />}
            onAction={props.onDelete}
          />
        </>
      ) : null}
    </Menu>
  );
}
