import { asksForEmbedding } from "#shared/protocol/embedding.ts";

/**
 * Whether `page` may only show a map, not be worked in: its address asks for that, or, whatever that says, it stands in a
 * frame, where the page around could lie over what is pressed.
 */
export function isEmbedded(page: Window): boolean {
  return page.top !== page || asksForEmbedding(page.location.search);
}
