/** What a line must differ from its ground by (WCAG 2.2, 1.4.11), and where contrast is asked for (1.4.6). */
const least = { normal: 3, high: 7 } as const;
/** No colour is faded further than to this much of it. */
const leastShare = 0.5;
const step = 0.05;

const known = new Map<string, string>();

/** A colour drawn nearer to its ground, as far as the contrast that lines need allows. Both as `#rrggbb`. */
export function fadeColor(color: string, ground: string, contrast: keyof typeof least): string {
  const key = `${color} ${ground} ${contrast}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  let share = leastShare;
  let faded = mixColors(color, ground, share);
  while (share < 1 && contrastOf(faded, ground) < least[contrast]) {
    share = Math.min(1, share + step);
    faded = mixColors(color, ground, share);
  }
  known.set(key, faded);
  return faded;
}

/** The ratio of WCAG 2.2 between two colours, from 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** `share` of a colour over its ground. Both as `#rrggbb`. */
export function mixColors(color: string, ground: string, share: number): string {
  const under = channelsOf(ground);
  const channels = channelsOf(color).map((channel, index) => {
    const value = Math.round(channel * share + (under[index] ?? 0) * (1 - share));
    return value.toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
