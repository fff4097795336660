/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the blob after the click has returned; a minute is ample for its save dialog.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
