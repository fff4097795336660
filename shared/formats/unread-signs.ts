import { placesIn } from "./building/index.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** What stands in a text for bytes that are no signs in the encoding that it was taken to be in. */
const replacement = "\uFFFD";

/** The remark that a file is not in the encoding in which it was read, with the first place where that shows. */
export function unreadSigns(text: string): readonly Diagnostic[] {
  const at = text.indexOf(replacement);
  if (at === -1) return [];
  const message =
    `There is a sign here that cannot be read and stands as "${replacement}". Where it is not meant to, ` +
    "save the file in UTF-8 and read it again.";
  return [{ code: "FILE_ENCODING", severity: "warning", message, ...placesIn(text)(at) }];
}
