import { type ComponentType, useState } from "react";
import type { Role } from "#shared/protocol/roles.ts";
import type { StillCanvasProps } from "../../canvas/still-canvas.tsx";
import { useMapMeta } from "../../session/session-context.tsx";
import { useDocumentTitle } from "../../shell/document-title.ts";
import { useHall, useStage } from "../../stage/index.ts";
import { usePolls } from "../../voting/index.ts";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { ConnectionNotice } from "./connection-notice.tsx";
import css from "./follow-room.module.css";
import { LookAround } from "./look-around.tsx";
import { TalkOver, type TalkOverProps } from "./talk-over.tsx";
import { TalkView } from "./talk-view.tsx";

export type FollowRoomProps = Readonly<{
  /** What one may do with the map itself: who may comment there may vote. */
  role: Role;
  token: string;
  reopen: () => Promise<string | undefined>;
  /** Handed in: it is among what a map's page has already. */
  StillCanvas: ComponentType<StillCanvasProps>;
  /** The dialog by which a presentation is taken home. */
  takeAway: TalkOverProps["takeAway"];
}>;

/** Following the talk about the open map: before it begins, while it goes on, and after it. */
export function FollowRoom({ role, token, reopen, StillCanvas, takeAway }: FollowRoomProps) {
  const t = useWords();
  const tell = useLaterWords(follow);
  const stage = useStage();
  const { title } = useMapMeta();
  const hall = useHall({ token, reopen, isAudience: true });
  const polls = usePolls({ talk: hall.talk, isLoaded: hall.isLoaded, role, call: hall.call });
  /** The talk after whose end one looks around in the map. */
  const [lookedAfter, lookAfter] = useState<string | null>(null);
  useDocumentTitle(title || t("map.untitled"));

  return (
    <div className={css["room"]}>
      <ConnectionNotice presenter={stage && !stage.isOver ? stage.presenter.name : null} reopen={reopen} />
      {stage === null ? (
        <main className={css["message"]}>
          <p className={css["about"]}>
            <bdi>{title || t("map.untitled")}</bdi>
          </p>
          <h1>{tell("follow.waiting.title")}</h1>
          <p>{tell("follow.waiting.body")}</p>
        </main>
      ) : !stage.isOver ? (
        <TalkView key={stage.talk} stage={stage} hall={hall} polls={polls} StillCanvas={StillCanvas} />
      ) : stage.talk === lookedAfter ? (
        <LookAround stage={stage} StillCanvas={StillCanvas} />
      ) : (
        <TalkOver
          title={title}
          presentation={stage.presentation}
          takeAway={takeAway}
          onLook={() => lookAfter(stage.talk)}
        />
      )}
    </div>
  );
}
