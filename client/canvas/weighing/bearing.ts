import { isSameData } from "#shared/lib/same-data.ts";
import type { MapRecord } from "#shared/model/index.ts";

/** Whether a record that was one and is the other now bears otherwise on what the arguments of its map come to. */
export function bearsOtherwise(before: MapRecord | undefined, now: MapRecord | undefined): boolean {
  return before !== now && !isSameData(bearing(before), bearing(now));
}

/** All that evaluation reads of a record (`shared/evaluation`): no words, no places, nobody's name. */
function bearing(record: MapRecord | undefined): unknown {
  switch (record?.type) {
    case "card": {
      const { kind, granted, base, citations } = record;
      return [kind, granted, base, citations.map(({ source, relevance }) => [source, relevance])];
    }
    case "argument":
      return [record.polarity, record.premises, record.target, record.base];
    case "conflict":
      return record.members;
    case "source":
      return record.credibility;
    default:
      return null;
  }
}
