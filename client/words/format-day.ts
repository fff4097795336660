const dayMs = 86_400_000;

/** The day of a time as people speak of it: "today", "yesterday", else with its weekday and date. Times in ms since 1970. */
export function formatDay(locale: string, time: number, now: number): string {
  // Rounded, because a day in which the clocks change is an hour shorter or longer.
  const daysAgo = Math.round((startOfDay(now) - startOfDay(time)) / dayMs);
  if (daysAgo === 0 || daysAgo === 1)
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-daysAgo, "day");
  return new Intl.DateTimeFormat(locale, { dateStyle: "full" }).format(time);
}

/** The time of day: "14:05". */
export function formatTime(locale: string, time: number): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(time);
}

/** In the time zone of this device, in ms since 1970. */
function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
