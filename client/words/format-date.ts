/** The day of a time in ms since 1970, as people write it: "22 December 2026". */
export function formatDate(locale: string, time: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(time);
}
