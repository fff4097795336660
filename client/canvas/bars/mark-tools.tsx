import { Tag } from "lucide-react";
import { lazy, type ReactNode } from "react";
import type { Card } from "#shared/model/index.ts";
import { useWords } from "../../words/use-words.ts";
import type { CommandId } from "../commands/index.ts";
import { Asking } from "./asking.tsx";
import { GroupItems, MoreMenu } from "./more-menu.tsx";
import { TintMenu } from "./tint-menu.tsx";

/** A list with a field that finds and makes tags is much for a bar; it comes with the first press. */
const TagEditor = lazy(async () => ({ default: (await import("./tag-editor.tsx")).TagEditor }));

const rare: readonly CommandId[] = [
  "pin",
  "grant",
  "group",
  "addToGroup",
  "leaveGroup",
  "renameGroup",
  "collapseGroup",
  "ungroup",
];

/** Colour and tags of cards, and behind one more button what is asked for less often. */
export function MarkTools({
  cards,
  alsoRare = [],
  children,
}: Readonly<{ cards: readonly Card[]; alsoRare?: readonly CommandId[]; children?: ReactNode }>) {
  const t = useWords();
  return (
    <>
      <TintMenu cards={cards} />
      <Asking question="tags" label={t("tags.label")} shortcut="#" icon={<Tag size={17} />}>
        <TagEditor cards={cards} />
      </Asking>
      {children}
      <MoreMenu ids={[...alsoRare, ...rare]}>
        <GroupItems cards={cards} />
      </MoreMenu>
    </>
  );
}
