const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ["year", 31_557_600_000],
  ["month", 2_629_800_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How long ago, in the largest unit that fits: "5 minutes ago", "yesterday", "now". Times in ms since 1970. */
export function formatAgo(locale: string, then: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const passedMs = Math.max(0, now - then);
  const [unit, ms] = units.find(([, size]) => passedMs >= size) ?? ["second", 1000];
  return unit === "second" ? format.format(0, "second") : format.format(-Math.floor(passedMs / ms), unit);
}
