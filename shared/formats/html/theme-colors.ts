/** One picture for two themes: colours become variables, which the page sets to the one or the other. */
import type { Paint, PictureItem } from "#shared/diagram/picture/index.ts";

/** Items whose colours are `var(--c0)`, `var(--c1)`, … and what these are in the first and in the second theme. */
export type Themed = Readonly<{
  items: readonly PictureItem[];
  colors: readonly (readonly [first: string, second: string])[];
}>;

/** The same drawing in two themes, as one. Both lists come from one map, so they differ in nothing but colours. */
export function inBothThemes(first: readonly PictureItem[], second: readonly PictureItem[]): Themed {
  const numbers = new Map<string, number>();
  const colors: (readonly [string, string])[] = [];

  const variable = (one: string, other: string): string => {
    const key = `${one} ${other}`;
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(key, number);
      colors.push([one, other]);
    }
    return `var(--c${number})`;
  };
  const paintOf = (one: Paint, other: Paint): Paint => ({
    ...one,
    fill: one.fill === null ? null : variable(one.fill, other.fill ?? one.fill),
    stroke: one.stroke === null ? null : variable(one.stroke, other.stroke ?? one.stroke),
  });
  const themed = (item: PictureItem, twin: PictureItem | undefined): PictureItem => {
    switch (item.type) {
      case "group":
      case "link":
        return { ...item, items: all(item.items, twin?.type === item.type ? twin.items : item.items) };
      case "rect":
      case "path":
        return { ...item, paint: paintOf(item.paint, twin?.type === item.type ? twin.paint : item.paint) };
      case "text":
        return { ...item, fill: variable(item.fill, twin?.type === "text" ? twin.fill : item.fill) };
    }
  };
  const all = (items: readonly PictureItem[], twins: readonly PictureItem[]): readonly PictureItem[] =>
    items.map((item, i) => themed(item, twins[i]));

  return { items: all(first, second), colors };
}
