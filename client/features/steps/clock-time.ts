/** A time as it is written beside a step: "1:30". */
export function writeTime(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Reads "1:30" and plain seconds; undefined where it is neither. */
export function readTime(text: string): number | undefined {
  const [, minutes, seconds] = /^\s*(?:(\d{1,4})\s*[:：]\s*)?(\d{1,5})\s*$/u.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  if (minutes !== undefined && Number(seconds) > 59) return undefined;
  return Number(minutes ?? 0) * 60 + Number(seconds);
}
