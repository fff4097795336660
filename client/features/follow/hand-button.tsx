import { Hand } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { type CardId, getAs } from "#shared/model/index.ts";
import { maxPersonNameChars } from "#shared/protocol/presence.ts";
import { useSession } from "../../session/session-context.tsx";
import { useView } from "../../state/view-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-bar.module.css";
import type { OwnHand } from "./use-hand.ts";

/** So much of a card's text tells it from others in a list. */
const maxShownChars = 70;

export type HandButtonProps = Readonly<{
  hand: OwnHand;
  /** What the question may be about: the cards in view. */
  cards: readonly CardId[];
}>;

/** Raises one's hand; while it is up it tells one's place in the queue, and what the question is about. */
export function HandButton({ hand, cards }: HandButtonProps) {
  const tell = useLaterWords(follow);
  const [isOpen, setOpen] = useState(false);
  const isUp = hand.place !== null;
  const label =
    hand.place === null ? tell("follow.hand.raise") : tell("follow.hand.place", { place: hand.place });

  // Lowered by the presenter while it is open, what it asks is over; it would also keep a vote that comes out of reach.
  const [wasUp, setWasUp] = useState(isUp);
  if (wasUp !== isUp) {
    setWasUp(isUp);
    if (!isUp) setOpen(false);
  }

  function handleOpen(isWanted: boolean) {
    setOpen(isWanted);
    if (isWanted && !isUp) void hand.raise(null);
  }

  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={handleOpen}>
      <AriaButton
        className={css["tool"] ?? ""}
        aria-label={label}
        aria-keyshortcuts="H"
        data-selected={isUp || undefined}
      >
        <Hand size={18} aria-hidden="true" />
        <span>
          {hand.place === null
            ? tell("follow.hand.short")
            : tell("follow.hand.shortPlace", { place: hand.place })}
        </span>
      </AriaButton>
      <Popover className={css["popover"] ?? ""} placement="top start">
        <Dialog className={css["hand"] ?? ""}>
          <Heading slot="title" className={css["handTitle"] ?? ""}>
            {label}
          </Heading>
          <HandQuestion hand={hand} cards={cards} />
          <Button
            isBusy={hand.isBusy}
            onPress={() => {
              setOpen(false);
              void hand.lower();
            }}
          >
            {tell("follow.hand.lower")}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Both may be left as they are. */
function HandQuestion({ hand, cards }: HandButtonProps) {
  const tell = useLaterWords(follow);
  const { doc } = useSession();
  const person = useView((state) => state.person);
  const introduce = useView((state) => state.introduce);
  const [name, setName] = useState(person.name);
  const all = hand.about && !cards.includes(hand.about) ? [hand.about, ...cards] : cards;

  function handleName() {
    const given = name.trim();
    if (given === person.name) return;
    introduce({ ...person, name: given });
    if (given !== "") void hand.raise(hand.about, given);
  }

  return (
    <>
      <Select
        label={tell("follow.hand.about")}
        value={hand.about ?? "all"}
        onChange={(id) => void hand.raise(id === "all" ? null : (id as CardId))}
        options={[
          { value: "all", label: tell("follow.hand.aboutNone") },
          ...all.flatMap((id) => {
            const card = getAs(doc, "card", id);
            return card ? [{ value: id as string, label: shortened(card.title || card.text) }] : [];
          }),
        ]}
      />
      <TextField
        label={tell("follow.hand.name")}
        value={name}
        onChange={setName}
        onBlur={handleName}
        maxLength={maxPersonNameChars}
        autoComplete="name"
      />
    </>
  );
}

function shortened(text: string): string {
  const signs = Array.from(text.replace(/\s+/gu, " ").trim());
  return signs.length > maxShownChars ? `${signs.slice(0, maxShownChars).join("")}…` : signs.join("");
}
