import { Eye, Undo2 } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-room.module.css";

export type FollowStatusProps = Readonly<{
  isFollowing: boolean;
  presenter: string;
  /** How many steps the presenter is ahead, behind below zero. */
  ahead: number;
  onRejoin: () => void;
}>;

/** Whether one follows, in words, and the way back. */
export function FollowStatus({ isFollowing, presenter, ahead, onRejoin }: FollowStatusProps) {
  const tell = useLaterWords(follow);
  if (isFollowing) {
    return (
      <p className={css["status"]}>
        <Eye size={16} aria-hidden="true" />
        <bdi>{tell("follow.following", { name: presenter })}</bdi>
      </p>
    );
  }
  const words =
    ahead === 0
      ? tell("follow.left")
      : ahead > 0
        ? tell("follow.ahead", { name: presenter, count: ahead })
        : tell("follow.behind", { name: presenter, count: -ahead });
  return (
    <div className={css["status"]}>
      <bdi>{words}</bdi>
      <Button
        variant="primary"
        size="small"
        icon={<Undo2 size={15} />}
        aria-keyshortcuts="R"
        onPress={onRejoin}
      >
        {tell("follow.rejoin")}
      </Button>
    </div>
  );
}
