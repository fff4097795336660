/** Where a work appeared; a source has no fields for it, so it becomes the first line of the note. */
export type Details = Readonly<
  Partial<
    Record<
      | "container"
      | "volume"
      | "issue"
      | "pages"
      | "edition"
      | "publisher"
      | "place"
      | "editor"
      | "doi"
      | "isbn",
      string
    >
  >
>;

/** "Journal of Parks 12 (3), 45–67. Press, London. doi:10.1/x." and, below it, what was noted. */
export function noteOf(details: Details, note: string): string {
  const {
    container = "",
    volume = "",
    issue = "",
    pages = "",
    edition = "",
    publisher = "",
    place = "",
  } = details;
  const number = [volume, issue && `(${issue})`].filter(Boolean).join(" ");
  const home = [[container, number].filter(Boolean).join(" "), pages].filter(Boolean).join(", ");
  const parts = [
    home,
    edition,
    details.editor && `Ed. ${details.editor}`,
    [publisher, place].filter(Boolean).join(", "),
    details.doi && `doi:${details.doi}`,
    details.isbn && `ISBN ${details.isbn}`,
  ].filter(Boolean);
  const line = parts.length === 0 ? "" : `${parts.join(". ")}.`;
  return [line, note].filter(Boolean).join("\n");
}

/** The address of a work that has a DOI and no other. */
export function addressOf(url: string, doi: string): string {
  if (url !== "" || doi === "") return url;
  return /^https?:/iu.test(doi) ? doi : `https://doi.org/${doi.replace(/^doi:\s*/iu, "")}`;
}
