import { Compass, Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { PresentationId } from "#shared/model/index.ts";
import { Button } from "../../ui/button.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./follow-room.module.css";

export type TalkOverProps = Readonly<{
  title: string;
  presentation: PresentationId | null;
  takeAway: (
    opening: Readonly<{
      isOpen: boolean;
      onOpenChange: (isOpen: boolean) => void;
      presentation: PresentationId | null;
    }>,
  ) => ReactNode;
  onLook: () => void;
}>;

/** After the talk: thanks, the map to look around in, and what can be taken home. */
export function TalkOver({ title, presentation, takeAway, onLook }: TalkOverProps) {
  const t = useWords();
  const tell = useLaterWords(follow);
  const [isTaking, setTaking] = useState(false);
  return (
    <main className={css["message"]}>
      <p className={css["about"]}>
        <bdi>{title || t("map.untitled")}</bdi>
      </p>
      <h1>{tell("follow.end.title")}</h1>
      <p>{tell("follow.end.body")}</p>
      <div className={css["actions"]}>
        <Button variant="primary" size="large" icon={<Compass size={18} />} onPress={onLook}>
          {tell("follow.end.look")}
        </Button>
        <Button size="large" icon={<Download size={18} />} onPress={() => setTaking(true)}>
          {tell("follow.end.take")}
        </Button>
      </div>
      {takeAway({ isOpen: isTaking, onOpenChange: setTaking, presentation })}
    </main>
  );
}
