import { presenceFrame } from "../../tests/support/frames.ts";

/** What a presenting page says with each step: its presence, with a stage as full as it usually is, and a mark in it. */
export function stageFrame(id: number, clock: number, mark: string): Uint8Array {
  const step = { step: "kD3vT0qLmXz8", beat: clock };
  const now = 1_700_000_000_000;
  const stage = {
    ...{ talk: mark, turn: clock, presentation: "pR9sWb2yNc4H", place: step, held: null },
    ...{ presenter: { id, name: "Professor Ann Example" }, offeredTo: null, startedAt: now, stepAt: now },
    ...{ blank: false, focus: "cA1rDf0cUs5T", spotlight: false, code: "4K7RTX", showsCode: false },
    ...{ timer: { endsAt: now, lengthMs: 600_000, leftMs: null }, calls: 0, poll: null, isOver: false },
  };
  const user = { name: "Professor Ann Example", color: "#336699" };
  const view = { x: 1234.5, y: -678.9, zoom: 1.35, width: 1920, height: 1080 };
  const rest = { cursor: null, selection: [], editing: null, drag: null, typing: false };
  const state = { user, ...rest, view, follows: null, calls: 0, stage, laser: [1234.5, -678.9] };
  return presenceFrame([[id, clock, state]]);
}
