import { useEffect, useState } from "react";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { useSessionStatus } from "../../session/session-context.tsx";
import { useIsLed } from "../../stage/index.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-room.module.css";

/** A line that is back before this was not worth a word. */
const lostAfterMs = 1_500;
/** A presenter's page that is loaded anew is back before this. */
const awayAfterMs = 6_000;

export type ConnectionNoticeProps = Readonly<{
  /** Who leads; null before there is a talk, and after it. */
  presenter: string | null;
  reopen: () => Promise<string | undefined>;
}>;

/** What stands between this page and the talk: a lost line, an ended one, or that nobody leads at the moment. */
export function ConnectionNotice({ presenter, reopen }: ConnectionNoticeProps) {
  const tell = useLaterWords(follow);
  const { connection } = useSessionStatus();
  const isLost = useLasting(connection.kind === "offline", lostAfterMs);
  const isLed = useIsLed();
  const isAway = useLasting(presenter !== null && !isLed && connection.kind === "online", awayAfterMs);
  const code = connection.kind === "closed" ? connection.code : undefined;
  const isGone = code === closeCode.notFound || code === closeCode.forbidden;
  // The page knows how to say that a map is gone or a right has ended; asking again makes it look.
  useEffect(() => {
    if (isGone) void reopen();
  }, [isGone, reopen]);

  const text =
    code !== undefined
      ? tell("follow.connection.closed")
      : isLost
        ? tell("follow.connection.lost")
        : isAway
          ? tell("follow.away", { name: presenter ?? "" })
          : null;
  return (
    <div role="status" className={css["notice"]}>
      {text ? (
        <Notice tone={isAway ? "info" : "warning"}>
          {text}
          {code === undefined ? null : (
            <>
              {" "}
              <Button size="small" onPress={() => window.location.reload()}>
                {tell("follow.connection.reload")}
              </Button>
            </>
          )}
        </Notice>
      ) : null}
    </div>
  );
}

/** Whether something has held for so long, and still does. */
function useLasting(holds: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!holds) return;
    const timer = setTimeout(() => setLasts(true), ms);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [holds, ms]);
  return lasts && holds;
}
