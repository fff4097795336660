import { type CardId, getAs, type MapView, type Ref } from "#shared/model/index.ts";
import type { Translate } from "../../words/words.ts";
import type { Link } from "../scene/links.ts";

/** A line in words, for those who do not see it: "Because: A, B — for: C". */
export function describeLink(link: Link, view: Pick<MapView, "get">, t: Translate): string {
  switch (link.kind) {
    case "argument": {
      const argument = getAs(view, "argument", link.key);
      if (!argument) return "";
      const premises = argument.premises.map((id) => textOf(view, id, t)).join("; ");
      const target = describeTarget(argument.target, view, t);
      const isForStep = argument.target.type === "argument";
      if (argument.polarity === "support") {
        return t(isForStep ? "link.describe.backing" : "link.describe.support", { premises, target });
      }
      return t(isForStep ? "link.describe.undercut" : "link.describe.oppose", { premises, target });
    }
    case "conflict":
    case "answer":
    case "part": {
      const [from, to] = link.ends;
      return t(`link.describe.${link.kind}`, { from: textOf(view, from, t), to: textOf(view, to, t) });
    }
  }
}

function describeTarget(target: Ref, view: Pick<MapView, "get">, t: Translate): string {
  if (target.type === "card") return textOf(view, target.id, t);
  const argument = getAs(view, "argument", target.id);
  const premises = argument?.premises.map((id) => textOf(view, id, t)).join("; ") ?? "";
  const conclusion = argument?.target.type === "card" ? textOf(view, argument.target.id, t) : "";
  return t("link.describe.step", { premises, conclusion });
}

function textOf(view: Pick<MapView, "get">, id: CardId, t: Translate): string {
  const card = getAs(view, "card", id);
  return card?.title || card?.text || t("card.empty");
}
