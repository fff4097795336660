/** How cards fare when all arguments are weighed together; it comes with what shows it on cards. */
export const weighing = {
  "weighing.bar.begun": "Cards now say: {layer}",
  "weighing.bar.close": "Show it no longer",
  "weighing.bar.ended": "Cards no longer say: {layer}",
  "weighing.bar.failed": "The arguments could not be weighed. The next change of the map is weighed again.",
  "weighing.bar.legend": "What the signs mean",
  "weighing.layer": "On the cards",
  "weighing.layer.none": "Nothing more",
  "weighing.layer.standing": "How claims stand",
  "weighing.layer.strength": "How strong claims are",
  "weighing.means.all":
    "All arguments of the map are weighed together, also those that are out of sight. Questions are not weighed.",
  "weighing.means.contested":
    "Open: a good reason and a good objection meet, or it contradicts what stands or may stand.",
  "weighing.means.moves":
    "Reasons raise it, objections lower it. An argument is at most as strong as its weakest premise.",
  "weighing.means.refuted": "A good objection holds, and no good reason is left.",
  "weighing.means.stands": "It has a good reason, or needs none, and no good objection is left.",
  "weighing.means.start":
    "From 0 to 1. A claim begins at 0.50, or where somebody has put it; evidence where its source and quotation were rated.",
  "weighing.means.undecided": "Open: it depends on something that is open.",
  "weighing.means.unsettled": "≈ before a number: it is part of a circle that does not come to rest.",
  "weighing.means.unsupported":
    "Nothing good speaks for it or against it. That does not show it to be false.",
  "weighing.named.standing": "{card} ({standing})",
  "weighing.named.strength": "{card} (strength {strength})",
  "weighing.standing.contested": "contested",
  "weighing.standing.refuted": "refuted",
  "weighing.standing.stands": "stands",
  "weighing.standing.undecided": "undecided",
  "weighing.standing.unsupported": "unsupported",
  "weighing.strength": "Strength from 0 to 1:",
} as const;
