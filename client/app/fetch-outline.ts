/** Fetches the outline's code. Rejects where the server cannot be reached. */
export function fetchOutline() {
  return import("../features/outline/outline-pane.tsx");
}
