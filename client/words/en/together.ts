export const together = {
  "together.called": "{name} asks you to come",
  "together.calledAll": "Everybody on the map was asked to come to where you look",
  "together.comeLater": "Not now",
  "together.edge": "People out of sight",
  "together.follow": "Follow {name}",
  "together.following": "Following {name}",
  "together.go": "Go to {name}",
  "together.goThere": "Go there",
  "together.left": "{name} has left, so this is your own view again",
  "together.menu": "{name}: follow, go there",
  "together.more": "{count, plural, one {# more person} other {# more people}}",
  "together.stop": "Stop following",
} as const;
