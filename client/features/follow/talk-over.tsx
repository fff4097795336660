import { Compass } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./follow-room.module.css";

export type TalkOverProps = Readonly<{ title: string; onLook: () => void }>;

/** After the talk: thanks, and the map to look around in. */
export function TalkOver({ title, onLook }: TalkOverProps) {
  const t = useWords();
  const tell = useLaterWords(follow);
  return (
    <main className={css["message"]}>
      <p className={css["about"]}>
        <bdi>{title || t("map.untitled")}</bdi>
      </p>
      <h1>{tell("follow.end.title")}</h1>
      <p>{tell("follow.end.body")}</p>
      <Button variant="primary" size="large" icon={<Compass size={18} />} onPress={onLook}>
        {tell("follow.end.look")}
      </Button>
    </main>
  );
}
