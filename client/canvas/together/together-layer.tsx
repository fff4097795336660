import { EdgeLayer } from "./edge-layer.tsx";
import { FollowBar } from "./follow-bar.tsx";
import { useCalls } from "./use-calls.ts";
import { useOwnView } from "./use-own-view.ts";

/** What lies over the canvas because others are there: whose view one has, who is out of sight, and their calls. */
export function TogetherLayer() {
  useOwnView();
  useCalls();
  return (
    <>
      <EdgeLayer />
      <FollowBar />
    </>
  );
}
