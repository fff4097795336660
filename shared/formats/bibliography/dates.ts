/** A date of which at least the year is known; months from 1, days from 1. */
export type DateParts = Readonly<{ year: number; month?: number; day?: number }>;

const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** "2026", "2026-03" or "2026-03-12" in its parts; undefined for dates in words. */
export function datePartsOf(date: string): DateParts | undefined {
  const [, year, month, day] = iso.exec(date) ?? [];
  if (year === undefined) return undefined;
  const parts = {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
  return isDate(parts) && dateOf(parts) === date ? parts : undefined;
}

/** The parts as a source has them: "2026-03-12". Years of less than four digits stand as they are. */
export function dateOf({ year, month, day }: DateParts): string {
  if (!isDate({ year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) }))
    return String(year);
  const digits = String(year);
  if (digits.length !== 4 || month === undefined) return digits;
  return [digits, twoDigits(month), ...(day === undefined ? [] : [twoDigits(day)])].join("-");
}

function isDate({ month, day }: DateParts): boolean {
  const isMonth = month === undefined || (Number.isInteger(month) && month >= 1 && month <= 12);
  const isDay = day === undefined || (Number.isInteger(day) && day >= 1 && day <= 31 && month !== undefined);
  return isMonth && isDay;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
