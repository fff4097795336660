import type { ComponentType } from "react";
import type { StillCanvasProps } from "../canvas/still-canvas.tsx";
import { FollowRoom } from "../features/follow/follow-room.tsx";
import { JoinPage } from "../features/follow/join-page.tsx";
import { TalkPage } from "./talk-page.tsx";

export type FollowPageProps = Readonly<{ mapId: string; StillCanvas: ComponentType<StillCanvasProps> }>;

/** `/m/:id/follow`: the talk about a map, for whoever may read it. */
export function FollowPage({ mapId, StillCanvas }: FollowPageProps) {
  return (
    <TalkPage mapId={mapId} isAudience withoutLink={<JoinPage code={null} />}>
      {(access) => <FollowRoom {...access} StillCanvas={StillCanvas} />}
    </TalkPage>
  );
}
