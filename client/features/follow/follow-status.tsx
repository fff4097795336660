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
  /** Which step it is, where that stands nowhere else to be seen. */
  step: string | null;
  onRejoin: () => void;
}>;

/** Whether one follows, in words, and the way back. */
export function FollowStatus({ isFollowing, presenter, ahead, step, onRejoin }: FollowStatusProps) {
  const tell = useLaterWords(follow);
  // The reading view, which is there for those who do not see this, says it in its heading.
  const stepWords = step ? (
    <bdi className={css["step"]} aria-hidden="true">
      {step}
    </bdi>
  ) : null;
  if (isFollowing) {
    return (
      <p className={css["status"]}>
        <Eye size={16} aria-hidden="true" />
        <bdi>{tell("follow.following", { name: presenter })}</bdi>
        {stepWords}
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
      {stepWords}
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
