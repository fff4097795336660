/** The argument as nested lists: what a screen reader reads, a search goes through and a printer prints. */
import type { PictureWords } from "#shared/diagram/picture/index.ts";
import { isWebAddress } from "#shared/lib/web-address.ts";
import {
  type Argument,
  argumentRef,
  argumentsTo,
  bySiblingOrder,
  type Card,
  type CardId,
  type Citation,
  cardRef,
  getAs,
  type MapView,
  type PlainMap,
  type Ref,
  recordsOf,
  type Source,
  viewOf,
} from "#shared/model/index.ts";
import type { DrawingJob } from "../drawn/drawing.ts";
import type { PageWords } from "../drawn/page-words.ts";
import { standsUnder } from "../tree-order.ts";
import { escapeXmlAttribute, escapeXmlText } from "../xml/index.ts";

/** Lists in lists end here; what is deeper begins a list of its own at the end. */
const maxDepth = 30;

/** What is told of a map besides its words, and in whose words. */
export type OutlineJob = Pick<DrawingJob, "words" | "pageWords" | "standings"> &
  Readonly<{ options: Pick<DrawingJob["options"], "notes" | "schemes"> }>;

/** The lists as HTML, each card once; where it stands a second time there is a link to the first. */
export function outlineHtml(map: PlainMap, job: OutlineJob): string {
  return new OutlineHtml(map, job).write();
}

class OutlineHtml {
  readonly #map: PlainMap;
  readonly #view: MapView;
  readonly #words: PictureWords;
  readonly #pageWords: PageWords;
  readonly #job: OutlineJob;
  readonly #written = new Set<CardId>();

  constructor(map: PlainMap, job: OutlineJob) {
    this.#map = map;
    this.#view = viewOf(map);
    this.#words = job.words;
    this.#pageWords = job.pageWords;
    this.#job = job;
  }

  write(): string {
    const cards = [...recordsOf(this.#map, "card")].sort(bySiblingOrder);
    const roots = cards.filter((card) => !standsUnder(card, this.#view));
    // Questions first, then what nothing else mentions; rings and what was too deep open at their first card.
    const inOrder = [...roots.filter(isQuestion), ...roots.filter((card) => !isQuestion(card)), ...cards];
    const items = inOrder.map((card) => (this.#written.has(card.id) ? "" : this.#item(card, "", 0)));
    return `<ul>${items.join("")}</ul>`;
  }

  #item(card: Card, lead: string, depth: number): string {
    const word = lead === "" ? "" : `<i class="${lead}">${escapeXmlText(this.#leadWord(lead))}</i> `;
    const id = escapeXmlAttribute(card.id);
    const text = escapeXmlText(card.text || card.title || this.#words.emptyCard);
    if (this.#written.has(card.id))
      return `<li>${word}${escapeXmlText(this.#pageWords.seeAlso)} <a href="#o-${id}">${text}</a></li>`;
    this.#written.add(card.id);
    const kind = escapeXmlText(this.#words.kinds[card.kind]);
    const standing = this.#job.standings.get(card.id);
    const remarks = [
      ...(card.granted ? [this.#words.granted] : []),
      ...(standing ? [this.#words.standings[standing]] : []),
    ];
    const told = remarks.length === 0 ? "" : ` <small>${escapeXmlText(remarks.join(" · "))}</small>`;
    const below = depth < maxDepth ? this.#below(card, depth + 1) : "";
    return (
      `<li id="o-${id}">${word}<a class="card ${card.kind}" href="#card-${id}" data-card="${id}">` +
      `<span class="kind">${kind}</span> ${text}</a>${told}${card.citations.map((each) => this.#citation(each)).join("")}` +
      `${below === "" ? "" : `<ul>${below}</ul>`}</li>`
    );
  }

  #below(card: Card, depth: number): string {
    const about = [...this.#view.referrersOf(card.id)].filter(
      (record): record is Card => record.type === "card",
    );
    const items = about.sort(bySiblingOrder).map((other) => {
      if (other.parent === card.id) return this.#item(other, "part", depth);
      if (other.answers.includes(card.id)) return this.#item(other, "answer", depth);
      return other.raisedBy?.id === card.id ? this.#item(other, "", depth) : "";
    });
    return items.join("") + this.#argumentItems(cardRef(card.id), depth);
  }

  #argumentItems(target: Ref, depth: number): string {
    return [...argumentsTo(this.#view, target)].map((argument) => this.#argument(argument, depth)).join("");
  }

  #argument({ id, polarity, premises, target, note, scheme }: Argument, depth: number): string {
    const step = polarity === "support" ? "backing" : "undercut";
    const tone = target.type === "card" ? polarity : step;
    const cards = premises.flatMap((premise) => getAs(this.#view, "card", premise) ?? []);
    const { notes, schemes } = this.#job.options;
    const remark = [schemes ? this.#words.schemes[scheme] : "", notes ? note : ""]
      .filter((told) => told !== "")
      .map((told) => `<p class="note">${escapeXmlText(told)}</p>`)
      .join("");
    const about = depth < maxDepth ? this.#argumentItems(argumentRef(id), depth + 1) : "";
    const under = about === "" ? "" : `<ul>${about}</ul>`;
    const [first, ...others] = cards;
    if (!first) return "";
    if (others.length === 0) {
      const item = this.#item(first, tone, depth);
      return remark + under === "" ? item : item.replace(/<\/li>$/, () => `${remark}${under}</li>`);
    }
    // Linked premises: one reason, in several sentences.
    const word = `<i class="${tone}">${escapeXmlText(this.#leadWord(tone))}</i>`;
    const linked = cards.map((card) => this.#item(card, "", depth + 1)).join("");
    return `<li>${word} <small>${escapeXmlText(this.#words.legend.linked)}</small><ul class="linked">${linked}</ul>${remark}${under}</li>`;
  }

  #leadWord(lead: string): string {
    const { relations } = this.#words;
    return lead in relations ? relations[lead as keyof typeof relations] : lead;
  }

  #citation({ quote, source, locator }: Citation): string {
    const words = quote === "" ? "" : `<q>${escapeXmlText(quote)}</q> `;
    const place = locator === "" ? "" : `, ${escapeXmlText(locator)}`;
    return `<p class="cite">${words}${sourceHtml(getAs(this.#view, "source", source), this.#words)}${place}</p>`;
  }
}

/** A source, linked where it has an address that a browser may be sent to. */
export function sourceHtml(source: Source | undefined, words: PictureWords): string {
  const title = escapeXmlText(source?.title || words.untitledSource);
  const details = [source?.creator ?? "", source?.date ?? ""]
    .filter((text) => text !== "")
    .map(escapeXmlText);
  const link = isWebAddress(source?.url ?? "")
    ? `<a rel="noopener noreferrer" href="${escapeXmlAttribute(source?.url ?? "")}">${title}</a>`
    : title;
  return [link, ...details].join(", ");
}

function isQuestion({ kind }: Card): boolean {
  return kind === "question";
}
