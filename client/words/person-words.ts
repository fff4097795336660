import type { Person } from "../state/person.ts";
import type { Translate } from "./words.ts";

/** The name that the others see: the one given, else a guest by colour, so that two guests can be told apart. */
export function personName(t: Translate, person: Person): string {
  if (person.name.trim() !== "") return person.name.trim();
  return t("person.guest", { color: t(`person.colorName.${person.color}`) });
}
