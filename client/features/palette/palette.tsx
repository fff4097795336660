import { useMemo, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { type Card, type CardId, getAs } from "#shared/model/index.ts";
import { type CanvasTools, useCanvas } from "../../canvas/canvas-context.tsx";
import { commandIcons } from "../../canvas/commands/command-icons.ts";
import { fuzzyCost } from "../../canvas/commands/fuzzy.ts";
import {
  canRun,
  commandGroups,
  type MapCommand,
  mapCommands,
  runCommand,
} from "../../canvas/commands/index.ts";
import { isApplePlatform, keyCaps } from "../../canvas/commands/key-names.ts";
import { foldText } from "../../canvas/search/folded.ts";
import { jumpTo } from "../../canvas/view/jump-to.ts";
import fieldCss from "../../ui/field.module.css";
import { KeyboardKeeper } from "../../ui/keyboard-keeper.tsx";
import menuCss from "../../ui/menu.module.css";
import { find } from "../../words/en/find.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { createI18n, english, translatorOf } from "../../words/words.ts";
import css from "./palette.module.css";

/** Cards are looked for once so many letters were typed, and so many are offered. */
const minLetters = 2;
const maxCards = 8;

/** Who knows a command by its English name finds it in any language. */
const inEnglish = translatorOf(createI18n(english));

export type PaletteProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

/** Every command by its name, and every card by its words. */
export function Palette({ isOpen, onOpenChange }: PaletteProps) {
  const tell = useLaterWords(find);
  return (
    <ModalOverlay className={css["overlay"] ?? ""} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={css["modal"] ?? ""}>
        <Dialog aria-label={tell("palette.label")} className={css["dialog"] ?? ""}>
          <KeyboardKeeper />
          <Choices onChosen={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices({ onChosen }: Readonly<{ onChosen: () => void }>) {
  const t = useWords();
  const tell = useLaterWords(find);
  const tools = useCanvas();
  const [typed, setTyped] = useState("");
  // What could be done as the palette opened; others work on, so what is chosen is asked about again.
  const possible = useMemo(() => namedCommands(tools), [tools]);
  const commands = fitting(possible, foldText(typed.trim()));
  const cards = useMemo(() => cardsFor(tools, typed), [tools, typed]);

  function choose(key: string) {
    onChosen();
    const command = possible.find(({ command: { id } }) => id === key)?.command;
    // The palette gives the keyboard back to the canvas first.
    queueMicrotask(() => (command ? runCommand(command.id, tools) : jumpTo(tools, key as CardId)));
  }

  const sections = commandGroups
    .map((group) => ({ group, named: commands.filter(({ command }) => command.group === group) }))
    .filter(({ named }) => named.length > 0);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={tell("palette.label")} className={css["field"] ?? ""} autoFocus>
        <Input className={fieldCss["input"] ?? ""} placeholder={tell("palette.placeholder")} />
      </SearchField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard; the items have the field's */}
      <div className={css["scroll"]} tabIndex={0}>
        <Menu
          aria-label={tell("palette.label")}
          className={`${menuCss["menu"]} ${css["menu"]}`}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => <p className={css["none"]}>{tell("palette.none")}</p>}
        >
          {cards.length > 0 ? (
            <MenuSection id="cards">
              <Header className={menuCss["header"] ?? ""}>{tell("palette.cards")}</Header>
              {cards.map((card) => (
                <CardItem key={card.id} card={card} />
              ))}
            </MenuSection>
          ) : null}
          {sections.map(({ group, named }) => (
            // Some groups are called as commands are; with one name for both the menu would hold itself.
            <MenuSection key={group} id={`group ${group}`}>
              <Header className={menuCss["header"] ?? ""}>{t(`keyboard.group.${group}`)}</Header>
              {named.map(({ command, name }) => (
                <CommandItem key={command.id} command={command} name={name} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Autocomplete>
  );
}

function CommandItem({ command, name }: Readonly<{ command: MapCommand; name: string }>) {
  const [key] = command.keys ?? [];
  const Icon = commandIcons[command.id];
  return (
    <MenuItem id={command.id} textValue={name} className={`${menuCss["item"]} ${menuCss["normal"]}`}>
      <span className={menuCss["icon"]}>{Icon ? <Icon size={16} /> : null}</span>
      <span className={menuCss["text"]}>{name}</span>
      {key ? (
        <kbd className={menuCss["shortcut"]}>
          {keyCaps(key, isApplePlatform())
            .map(({ sign }) => sign)
            .join(" ")}
        </kbd>
      ) : null}
    </MenuItem>
  );
}

function CardItem({ card }: Readonly<{ card: Card }>) {
  return (
    <MenuItem id={card.id} textValue={card.text} className={menuCss["item"] ?? ""}>
      <span dir="auto" className={css["card"]} data-kind={card.kind}>
        {card.text}
      </span>
    </MenuItem>
  );
}

type Named = Readonly<{ command: MapCommand; name: string; folded: readonly string[] }>;

/** What can be asked for now, by its name in the language shown and by the English one. */
function namedCommands(tools: CanvasTools): readonly Named[] {
  return mapCommands
    .filter((command) => !command.isKeyOnly && canRun(command, tools))
    .map((command) => {
      const name = tools.t(`command.${command.id}`);
      return { command, name, folded: [foldText(name), foldText(inEnglish(`command.${command.id}`))] };
    });
}

/** Those that fit what was typed, the best first; all where nothing was. */
function fitting(named: readonly Named[], typed: string): readonly Named[] {
  if (typed === "") return named;
  return named
    .flatMap((one) => {
      const costs = one.folded.flatMap((name) => fuzzyCost(name, typed) ?? []);
      return costs.length > 0 ? [{ one, cost: Math.min(...costs) }] : [];
    })
    .sort((a, b) => a.cost - b.cost)
    .map(({ one }) => one);
}

function cardsFor({ search, session }: CanvasTools, typed: string): readonly Card[] {
  if (typed.trim().length < minLetters) return [];
  return search
    .find(typed)
    .slice(0, maxCards)
    .flatMap((id) => getAs(session.doc, "card", id) ?? []);
}
