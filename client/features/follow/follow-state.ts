import type { Stage, StagePlace } from "#shared/protocol/stage.ts";

/** How somebody stands to a talk that they came to follow. */
export type FollowState = Readonly<{
  /** The talk that was last heard of, and how often everybody had been asked to come back. */
  talk: string | null;
  calls: number;
  /** Where one looks by oneself; null while one follows. */
  own: StagePlace | null;
  /** One is asked to come back, and has not answered. */
  isAsked: boolean;
}>;

export type FollowAction =
  | Readonly<{ type: "hear"; stage: Stage }>
  /** One looks by oneself from now on, at that place. */
  | Readonly<{ type: "leave"; at: StagePlace }>
  | Readonly<{ type: "rejoin" }>
  | Readonly<{ type: "stay" }>;

/** Whoever comes follows. */
export const following: FollowState = { talk: null, calls: 0, own: null, isAsked: false };

/** Nobody who left is brought back but by their own word; another talk is followed again from its beginning. */
export function followState(state: FollowState, action: FollowAction): FollowState {
  switch (action.type) {
    case "hear": {
      const { talk, calls } = action.stage;
      if (talk !== state.talk) return { ...following, talk, calls };
      if (calls === state.calls) return state;
      return { ...state, calls, isAsked: state.own !== null && calls > state.calls };
    }
    case "leave":
      return { ...state, own: action.at };
    case "rejoin":
      return state.own || state.isAsked ? { ...state, own: null, isAsked: false } : state;
    case "stay":
      return state.isAsked ? { ...state, isAsked: false } : state;
  }
}

/** What an audience is shown: where the presenter is, or was when they froze the picture. */
export function placeShown({ held, place }: Stage): StagePlace {
  return held ?? place;
}
