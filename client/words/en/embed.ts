export const embed = {
  "embed.again": "Try again",
  "embed.gone": "This map is not there any more.",
  "embed.loading": "Fetching the map …",
  "embed.noSecret":
    "The address in this frame lacks what stands behind the # of the map’s link. Put the whole link there.",
  "embed.open": "Open in Counterpoint",
  "embed.signIn":
    "Whoever looks at this map has to sign in, which a frame does not allow. Open it in Counterpoint.",
  "embed.unreachable": "The map cannot be fetched at present.",
  "embed.wrongSecret": "The link in this frame does not open the map any more.",
} as const;
