/**
 * When it was written and by whom, inside a text that travels through every server as it is; so whoever gets a frame
 * finds all the writes in it without reading the rest.
 */
const begin = Buffer.from("~@");
const writerDigits = 4;
const timeDigits = 10;
export const markLength = begin.byteLength + writerDigits + timeDigits;

export function writeMark(writer: number, micros: number): string {
  return `~@${inDigits(writer, writerDigits)}${inDigits(micros, timeDigits)}`;
}

/** Calls back for each mark in a frame. */
export function readMarks(frame: Buffer, onMark: (writer: number, micros: number) => void): void {
  for (let at = frame.indexOf(begin); at >= 0; at = frame.indexOf(begin, at + markLength)) {
    if (at + markLength > frame.byteLength) return;
    const text = frame.toString("latin1", at + begin.byteLength, at + markLength);
    const writer = Number.parseInt(text.slice(0, writerDigits), 36);
    onMark(writer, Number.parseInt(text.slice(writerDigits), 36));
  }
}

function inDigits(value: number, digits: number): string {
  return Math.floor(value).toString(36).padStart(digits, "0");
}
