import { Check, Plus, X } from "lucide-react";
import { useMemo, useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { type Card, modelLimits } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import fieldCss from "../../ui/field.module.css";
import menuCss from "../../ui/menu.module.css";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./tag-editor.module.css";

type Offer = Readonly<{ id: string; tag: string; isNew: boolean }>;

/** How many tags are offered at once; typing finds the others. */
const maxOffers = 40;

/** The tags of the selected cards: take them off, put on one that the map has, or a new one. */
export function TagEditor({ cards }: Readonly<{ cards: readonly Card[] }>) {
  const t = useWords();
  const { actions } = useCanvas();
  const { doc } = useSession();
  const [typed, setTyped] = useState("");
  // Counted once, when the window opens: O(cards of the map).
  const known = useMemo(() => tagsOf(doc.records.values()), [doc]);
  const own = [...new Set(cards.flatMap(({ tags }) => tags))].sort();
  const isOnAll = (tag: string) => cards.every(({ tags }) => tags.includes(tag));
  const wanted = typed.trim();
  const offers = offersFor(wanted, known, isOnAll);

  function add(tag: string) {
    if (tag !== "") actions.marks.tagSelected(tag, true);
    setTyped("");
  }

  return (
    <>
      {own.length > 0 ? (
        <ul className={css["tags"]} aria-label={t("tags.label")}>
          {own.map((tag) => (
            <li key={tag} className={css["tag"]}>
              <span className={css["word"]} dir="auto">
                {isOnAll(tag) ? tag : t("tags.some", { tag })}
              </span>
              <Button
                className={css["remove"] ?? ""}
                aria-label={t("tags.remove", { tag })}
                onPress={() => actions.marks.tagSelected(tag, false)}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className={fieldCss["hint"]}>{t("tags.none")}</p>
      )}
      <ComboBox
        className={fieldCss["field"] ?? ""}
        items={offers}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={null}
        onSelectionChange={(key) => key !== null && add(`${key}`)}
        menuTrigger="focus"
        allowsCustomValue
        autoFocus
      >
        <Label className={fieldCss["label"] ?? ""}>{t("tags.add")}</Label>
        <Input
          className={`${fieldCss["input"]} ${css["input"]}`}
          maxLength={modelLimits.maxTagChars}
          dir="auto"
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) add(wanted);
          }}
        />
        <span className={fieldCss["hint"]}>{t("tags.hint")}</span>
        <Popover className={`${menuCss["popover"]} ${css["offers"]}`} offset={4}>
          <ListBox<Offer> className={menuCss["menu"] ?? ""}>
            {({ id, tag, isNew }) => (
              <ListBoxItem id={id} textValue={tag} className={menuCss["item"] ?? ""}>
                <span className={menuCss["icon"]}>
                  {isNew ? <Plus size={16} /> : <Check size={16} opacity={0} />}
                </span>
                <span className={menuCss["text"]} dir="auto">
                  {isNew ? t("tags.create", { tag }) : tag}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </>
  );
}

/** All tags of the map, the most used first. */
function tagsOf(records: Iterable<Readonly<{ type: string }> | Card>): readonly string[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    if (record.type !== "card" || !("tags" in record)) continue;
    for (const tag of record.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}

function offersFor(
  wanted: string,
  known: readonly string[],
  isOnAll: (tag: string) => boolean,
): readonly Offer[] {
  const folded = wanted.toLowerCase();
  const fitting = known
    .filter((tag) => !isOnAll(tag) && tag.toLowerCase().includes(folded))
    .slice(0, maxOffers)
    .map((tag): Offer => ({ id: tag, tag, isNew: false }));
  const isNew = wanted !== "" && !known.includes(wanted) && !isOnAll(wanted);
  return isNew ? [{ id: wanted, tag: wanted, isNew }, ...fitting] : fitting;
}
