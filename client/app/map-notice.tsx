import { useEffect } from "react";
import { closeCode } from "#shared/protocol/close-codes.ts";
import type { ConnectionState } from "../session/connection.ts";
import { useSessionStatus } from "../session/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import css from "./map-notice.module.css";
import { useWords } from "./words/use-words.ts";

/** What stands in the way of working on this map, and what to do about it; nothing where nothing does. */
export function MapNotice(
  props: Readonly<{ connection: ConnectionState; onReopen: () => Promise<string | undefined> }>,
) {
  const { connection, onReopen } = props;
  const t = useWords();
  const { isFromTheFuture } = useSessionStatus();
  const code = connection.kind === "closed" ? connection.code : undefined;
  const isGone = code === closeCode.notFound || code === closeCode.forbidden;
  // The page knows how to say that a map is gone or a link is void; asking again makes it look.
  useEffect(() => {
    if (isGone) void onReopen();
  }, [isGone, onReopen]);

  const text =
    code === closeCode.roomFull
      ? t("workspace.closed.full")
      : code === closeCode.forbidden
        ? t("workspace.closed.forbidden")
        : code !== undefined && !isGone
          ? t("workspace.closed.malformed")
          : isFromTheFuture
            ? t("workspace.future")
            : undefined;
  if (!text) return null;
  return (
    <div className={css["place"]}>
      <Notice tone="warning">
        {text}{" "}
        <Button size="small" onPress={() => window.location.reload()}>
          {code === closeCode.roomFull ? t("workspace.retry") : t("workspace.reload")}
        </Button>
      </Notice>
    </div>
  );
}
