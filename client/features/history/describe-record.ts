import type { MapRecord, MapView } from "#shared/model/index.ts";
import type { CanvasTools } from "../../canvas/canvas-context.tsx";
import { describeLink } from "../../canvas/nodes/describe-link.ts";
import type { Translate } from "../../words/words.ts";

/** A thing of a map in words, with what it is tied to as that stands on this canvas. */
export function describeRecord(
  record: MapRecord,
  { scene, session }: Pick<CanvasTools, "scene" | "session">,
  t: Translate,
): string {
  switch (record.type) {
    case "card":
      return t("card.label", {
        kind: t(`card.kind.${record.kind}`),
        text: record.text || t("card.empty"),
      });
    case "argument":
    case "conflict": {
      const placed = scene.linkOf(record.id);
      return placed ? describeLink(placed.link, holding(record, session.doc), t) : t("history.thing.link");
    }
    case "source":
      return t("history.thing.source", { title: record.title });
    case "group":
      return t("history.thing.group", { title: record.title || t("group.untitled") });
    case "step":
      return t("history.thing.step", { title: record.title });
    case "presentation":
      return t("history.thing.presentation", { title: record.title });
  }
}

/** The map but for one record, which may be another than the map has. */
function holding(record: MapRecord, view: Pick<MapView, "get">): Pick<MapView, "get"> {
  return { get: (id) => (id === record.id ? record : view.get(id)) };
}
