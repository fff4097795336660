import { useEffect, useReducer } from "react";
import type { Stage, StagePlace } from "#shared/protocol/stage.ts";
import { type FollowState, following, followState, placeShown } from "./follow-state.ts";

export type Follow = Readonly<{
  isFollowing: boolean;
  isAsked: boolean;
  /** Where one looks: with the presenter, or by oneself. */
  place: StagePlace;
  leave: (at: StagePlace) => void;
  rejoin: () => void;
  stay: () => void;
}>;

/** How one stands to the talk; only one's own word changes it. */
export function useFollow(stage: Stage): Follow {
  const [kept, tell] = useReducer(followState, stage, (first): FollowState => {
    return followState(following, { type: "hear", stage: first });
  });
  const state = followState(kept, { type: "hear", stage });
  useEffect(() => tell({ type: "hear", stage }), [stage]);
  return {
    isFollowing: state.own === null,
    isAsked: state.isAsked,
    place: state.own ?? placeShown(stage),
    leave: (at) => tell({ type: "leave", at }),
    rejoin: () => tell({ type: "rejoin" }),
    stay: () => tell({ type: "stay" }),
  };
}
