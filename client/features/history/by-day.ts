/** What happened on one day; never nothing. */
export type Day<Event> = readonly [Event, ...Event[]];

/** Events of one day of this device's time zone together, in the order in which they come. */
export function byDay<Event extends Readonly<{ at: number }>>(
  events: readonly Event[],
): readonly Day<Event>[] {
  const days: [Event, ...Event[]][] = [];
  for (const event of events) {
    const last = days.at(-1);
    if (last && dayOf(last[0]) === dayOf(event)) last.push(event);
    else days.push([event]);
  }
  return days;
}

function dayOf({ at }: Readonly<{ at: number }>): string {
  return new Date(at).toDateString();
}
