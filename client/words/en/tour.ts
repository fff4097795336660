export const tour = {
  "tour.add.body":
    "Double-click the canvas, or use these buttons. A question asks, a claim says something, evidence says what a source says.",
  "tour.add.title": "Put down a card",
  "tour.count": "{at} of {count}",
  "tour.draw.body":
    "Point at a card and draw from its + to say why it is so, from its − to say why not. Dropped on another card, they are linked.",
  "tour.draw.title": "Say because and but",
  "tour.end": "Begin",
  "tour.label": "First steps",
  "tour.next": "Next",
  "tour.outline.body":
    "The same map as a list: to read, to write quickly, and for phones and screen readers.",
  "tour.outline.title": "Look at it as an outline",
  "tour.share.body":
    "Whoever has the link works on this map with you, live. You can give links that only let people look.",
  "tour.share.title": "Bring others in",
  "tour.skip": "Skip",
  "tour.step.body":
    "The word on a line is the step from reason to conclusion. Draw from it to object to the step itself, though both cards may be right.",
  "tour.step.title": "Argue about a step",
} as const;
