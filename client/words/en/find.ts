export const find = {
  "find.at": "Number {at} of {count}",
  "find.count": "{count, plural, =0 {Nothing found} one {# card} other {# cards}}",
  "find.hint": "Looks in cards, tags, quotes and titles of sources.",
  "find.label": "Search the map",
  "find.next": "Next one",
  "find.placeholder": "Search",
  "find.previous": "One before",
  "find.results": "Cards found",
  "palette.cards": "Go to a card",
  "palette.label": "Commands",
  "palette.none": "No command and no card is called that.",
  "palette.placeholder": "Type what you want to do, or words of a card",
} as const;
