import { asciiFileNameOf } from "#shared/formats/file-name.ts";
import { savedNameOf } from "#shared/lib/saved-name.ts";

/**
 * The header by which a file is saved under the title of its map, with what it is (a word in ASCII) after it. Programs
 * that know only ASCII get a name in that, others the title as it is (RFC 6266 4.3, RFC 8187 3.2).
 */
export function attachmentNamed(title: string, extension: string, what = ""): string {
  const encoded = encodeURIComponent(savedNameOf(title, extension, what)).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const ascii = asciiFileNameOf(title, { extensions: [extension] }, what);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
