/** How cards fare when all arguments are weighed together; it comes with what shows it on cards. */
export const weighing = {
  "weighing.standing.contested": "contested",
  "weighing.standing.refuted": "refuted",
  "weighing.standing.stands": "stands",
  "weighing.standing.undecided": "undecided",
  "weighing.standing.unsupported": "unsupported",
  "weighing.strength": "Strength from 0 to 1:",
} as const;
