import { type CardId, getAs, type MapView, type RecordId } from "#shared/model/index.ts";

/** The card to go to for a record: itself, the first premise of an argument, the first card that a step shows. */
export function cardFor(view: Pick<MapView, "get">, id: RecordId): CardId | undefined {
  const record = view.get(id);
  switch (record?.type) {
    case "card":
      return record.id;
    case "argument":
      return record.premises[0];
    case "conflict":
      return record.members[0];
    case "step":
      return record.shows.flatMap((shown) => getAs(view, "card", shown)?.id ?? [])[0];
    default:
      return undefined;
  }
}

/** What a record is called in a list; an argument by its first premise. Undefined where it has no words. */
export function nameFor(view: Pick<MapView, "get">, id: RecordId): string | undefined {
  const record = view.get(id);
  const words = ((): string => {
    switch (record?.type) {
      case "card":
        return record.title || record.text;
      case "argument": {
        const [first] = record.premises;
        return (first && nameFor(view, first)) ?? "";
      }
      case "source":
      case "step":
      case "group":
      case "presentation":
        return record.title;
      default:
        return "";
    }
  })();
  return words.trim() === "" ? undefined : words;
}
