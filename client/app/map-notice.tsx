import { useEffect } from "react";
import { closeCode } from "#shared/protocol/close-codes.ts";
import type { ConnectionState } from "../session/connection.ts";
import { useSessionStatus } from "../session/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/use-words.ts";
import type { Translate } from "../words/words.ts";
import css from "./map-notice.module.css";

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

  const text = code !== undefined ? closedText(t, code) : isFromTheFuture ? t("workspace.future") : null;
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

/** Null for a deleted map: the page that takes this one's place says it better. */
function closedText(t: Translate, code: number): string | null {
  switch (code) {
    case closeCode.notFound:
      return null;
    case closeCode.forbidden:
      return t("workspace.closed.forbidden");
    case closeCode.roomFull:
      return t("workspace.closed.full");
    case closeCode.documentFull:
      return t("workspace.closed.large");
    default:
      return t("workspace.closed.malformed");
  }
}
