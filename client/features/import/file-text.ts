/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so, as spreadsheets save tables. The server and the
 * command line take files in the same way. Undefined where it cannot be opened.
 */
export async function fileText(file: Blob): Promise<string | undefined> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch {
    return undefined; // a folder, or a file that went away meanwhile
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
