import { Palette } from "lucide-react";
import { type Card, type Tint, tints } from "#shared/model/index.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuChoice } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";

type TintName = Tint | "none";
const tintNames: readonly TintName[] = ["none", ...tints];

/** The colours there are as choices of a menu, each with its patch and its name. */
export function TintChoice(
  props: Readonly<{ title: string; value: Tint | null; onChange: (tint: Tint | null) => void }>,
) {
  const t = useWords();
  return (
    <MenuChoice<TintName>
      title={props.title}
      value={props.value ?? "none"}
      onChange={(name) => props.onChange(name === "none" ? null : name)}
      options={tintNames.map((name) => ({
        value: name,
        text: t(`color.${name}`),
        color: name === "none" ? "var(--cards-claim-surface)" : `var(--tints-${name}-surface)`,
      }))}
    />
  );
}

/** The button that gives the selected cards a colour. */
export function TintMenu({ cards }: Readonly<{ cards: readonly Card[] }>) {
  const t = useWords();
  const { actions } = useCanvas();
  const isOpen = useMapUi((state) => state.asking === "color");
  const ask = useMapUi((state) => state.ask);
  const stopAsking = useMapUi((state) => state.stopAsking);
  const [first] = cards;
  const common = first && cards.every(({ color }) => color === first.color) ? first.color : null;
  return (
    <Menu
      label={t("color.cards")}
      placement="top"
      isOpen={isOpen}
      onOpenChange={(opens) => (opens ? ask("color") : stopAsking())}
      trigger={
        <IconButton label={t("color.menu")} shortcut="K" tooltipPlacement="top">
          <Palette size={17} />
        </IconButton>
      }
    >
      <TintChoice
        title={t("color.cards")}
        value={common}
        onChange={(tint) => actions.marks.tintSelected(tint)}
      />
    </Menu>
  );
}
