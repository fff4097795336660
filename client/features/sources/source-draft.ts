import { blankRecord, modelLimits, type Source, type SourceId } from "#shared/model/index.ts";
import { type DraftFaults, faultsOf, tooLong } from "./draft-fault.ts";

/** What a person can say about a source. */
export type SourceDraft = Pick<Source, "title" | "creator" | "date" | "url" | "note" | "credibility">;

export const blankSource: SourceDraft = {
  title: "",
  creator: "",
  date: "",
  url: "",
  note: "",
  credibility: null,
};

export function checkSource(draft: SourceDraft): DraftFaults<SourceDraft> {
  const { maxTitleChars, maxUrlChars, maxNoteChars } = modelLimits;
  return faultsOf<SourceDraft>({
    title: draft.title.trim() === "" ? { kind: "missing" } : tooLong(draft.title, maxTitleChars),
    creator: tooLong(draft.creator, maxTitleChars),
    date: tooLong(draft.date, maxTitleChars),
    url: tooLong(draft.url, maxUrlChars),
    note: tooLong(draft.note, maxNoteChars),
  });
}

/** The draft as it is kept: without white space around. */
export function tidySource<Draft extends Partial<SourceDraft>>(draft: Draft): Draft {
  const entries = Object.entries(draft).map(([name, value]) => [
    name,
    typeof value === "string" ? value.trim() : value,
  ]);
  return Object.fromEntries(entries) as Draft;
}

export function newSource(id: SourceId, draft: SourceDraft, createdAt: number): Source {
  return blankRecord("source", id, { ...tidySource(draft), createdAt });
}
