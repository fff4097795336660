import type { FormatInfo } from "#shared/formats/registry.ts";
import type { Made, MakingFault } from "./make-file.ts";

/** Texts go to the clipboard as text, SVG among them; of what is not text only PNG has a place there. */
export function canCopy({ name, isBinary }: Pick<FormatInfo, "name" | "isBinary">): boolean {
  return !isBinary || name === "png";
}

export type Copied = "copied" | "denied" | Readonly<{ fault: MakingFault; message: string }>;

/** Puts a file on the clipboard that is still being made: browsers let a page write only right after a press. */
export async function copyFile(info: FormatInfo, making: Promise<Made<Blob>>): Promise<Copied> {
  const type = info.isBinary ? info.mediaType : "text/plain";
  const content = making.then(async (made) => {
    if (!made.ok) throw new Error(made.fault);
    return info.isBinary ? made.value : new Blob([await made.value.text()], { type });
  });
  // Where the clipboard does not take it, nobody waits for it.
  content.catch(() => undefined);
  let isDenied = false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
  } catch {
    isDenied = true; // not allowed, no such means in this browser, or there is nothing to write
  }
  const made = await making;
  if (!made.ok) return { fault: made.fault, message: made.message };
  return isDenied ? "denied" : "copied";
}
