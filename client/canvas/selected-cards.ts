import { type Card, getAs, type RecordId } from "#shared/model/index.ts";
import type { OpenSession } from "../session/open-session.ts";
import type { MapUiStore } from "../state/map-ui-store.ts";

/** The cards among what is selected, in the order in which they were. O(selection). */
export function selectedCards(ui: MapUiStore, { doc }: Pick<OpenSession, "doc">): readonly Card[] {
  return [...ui.getState().selection].flatMap((key) => getAs(doc, "card", key as RecordId) ?? []);
}
