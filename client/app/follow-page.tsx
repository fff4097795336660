import type { ComponentType } from "react";
import { reportFetcher } from "../api/report-api.ts";
import type { StillCanvasProps } from "../canvas/still-canvas.tsx";
import { FollowRoom } from "../features/follow/follow-room.tsx";
import { JoinPage } from "../features/follow/join-page.tsx";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { TalkPage } from "./talk-page.tsx";

export type FollowPageProps = Readonly<{ mapId: string; StillCanvas: ComponentType<StillCanvasProps> }>;

const takeAwayDialog = dialogCode(
  async () => (await import("../features/takeaway/take-away-dialog.tsx")).TakeAwayDialog,
);

/** `/m/:id/follow`: the talk about a map, for whoever may read it. */
export function FollowPage({ mapId, StillCanvas }: FollowPageProps) {
  return (
    <TalkPage mapId={mapId} isAudience withoutLink={<JoinPage code={null} />}>
      {(access) => (
        <FollowRoom
          {...access}
          StillCanvas={StillCanvas}
          takeAway={(opening) => (
            <FetchedDialog
              code={takeAwayDialog}
              dialog={{
                ...opening,
                fetchReport: reportFetcher(window.fetch.bind(window), mapId, access.token),
              }}
            />
          )}
        />
      )}
    </TalkPage>
  );
}
