import { type Card, getAs, type RecordId } from "#shared/model/index.ts";
import type { MapSession } from "../session/map-session.ts";
import type { MapUiStore } from "../state/map-ui-store.ts";

/** The cards among what is selected, in the order in which they were. O(selection). */
export function selectedCards(ui: MapUiStore, { doc }: Pick<MapSession, "doc">): readonly Card[] {
  return [...ui.getState().selection].flatMap((key) => getAs(doc, "card", key as RecordId) ?? []);
}
