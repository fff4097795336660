import { type ComponentType, lazy } from "react";
import type { StillCanvasProps } from "../canvas/still-canvas.tsx";
import { TalkPage } from "./talk-page.tsx";

const FollowPage = lazy(async () => ({ default: (await import("./follow-page.tsx")).FollowPage }));
const PresentScreen = lazy(async () => ({
  default: (await import("../features/present/present-screen.tsx")).PresentScreen,
}));
const NotesScreen = lazy(async () => ({
  default: (await import("../features/present/notes-screen.tsx")).NotesScreen,
}));
const RemoteScreen = lazy(async () => ({
  default: (await import("../features/present/remote-screen.tsx")).RemoteScreen,
}));

type PageProps = Readonly<{ mapId: string }>;

/** The pages of a talk; the canvas is handed in, for it is among what a map's page has already. */
export function talkPagesWith(StillCanvas: ComponentType<StillCanvasProps>) {
  return {
    FollowPage: ({ mapId }: PageProps) => <FollowPage mapId={mapId} StillCanvas={StillCanvas} />,
    PresentPage: ({ mapId }: PageProps) => (
      <TalkPage mapId={mapId} isAudience={false}>
        {(access) => <PresentScreen StillCanvas={StillCanvas} {...access} />}
      </TalkPage>
    ),
    NotesPage: ({ mapId }: PageProps) => (
      <TalkPage mapId={mapId} isAudience={false}>
        {(access) => <NotesScreen StillCanvas={StillCanvas} {...access} />}
      </TalkPage>
    ),
    RemotePage: ({ mapId }: PageProps) => (
      <TalkPage mapId={mapId} isAudience={false}>
        {(access) => <RemoteScreen {...access} />}
      </TalkPage>
    ),
  };
}
