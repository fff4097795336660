import type { ComponentType } from "react";
import type { StillCanvasProps } from "../canvas/still-canvas.tsx";
import { FollowPage } from "./follow-page.tsx";

type TalkPageProps = Readonly<{ mapId: string }>;

/** The pages of a talk; the canvas is handed in, for it is among what a map's page has already. */
export function talkPagesWith(StillCanvas: ComponentType<StillCanvasProps>) {
  return {
    FollowPage: ({ mapId }: TalkPageProps) => <FollowPage mapId={mapId} StillCanvas={StillCanvas} />,
  };
}
