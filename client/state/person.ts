/** Colours that people go by. Dark enough for white text (4.5:1) in either theme, and told apart by hue and name. */
export const personColors = {
  blue: "#2a6cb8",
  brown: "#8a5a2b",
  green: "#3d7a36",
  olive: "#716a14",
  orange: "#b4530c",
  pink: "#b03a7a",
  purple: "#6f4fbf",
  teal: "#0c7a78",
} as const;

export type PersonColor = keyof typeof personColors;

/** How this user appears to the others. An empty name means that they have not said. */
export type Person = Readonly<{ name: string; color: PersonColor }>;

export const personColorNames: readonly PersonColor[] = [
  "blue",
  "teal",
  "green",
  "olive",
  "orange",
  "brown",
  "pink",
  "purple",
];

/** Someone new, in a colour drawn with `random` (0 ≤ random() < 1). */
export function newPerson(random: () => number): Person {
  const color = personColorNames[Math.floor(random() * personColorNames.length)] ?? "blue";
  return { name: "", color };
}
