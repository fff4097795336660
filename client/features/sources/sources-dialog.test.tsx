import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import {
  blankCard,
  blankRecord,
  type Card,
  type CardId,
  type Citation,
  type CitationId,
  getAs,
  type SourceId,
} from "#shared/model/index.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { SourcesDialog } from "./sources-dialog.tsx";

afterEach(cleanup);

const id = "card-1" as CardId;
const atlas = blankRecord("source", "source-atlas" as SourceId, {
  title: "The open atlas",
  creator: "M. Ortelius",
  date: "2026",
  url: "https://example.org/atlas",
  credibility: "strong",
  createdAt: 1,
});
const diary = blankRecord("source", "source-diary" as SourceId, {
  title: "A travel diary",
  url: "file:///diary",
  createdAt: 2,
});
const cited: Citation = {
  id: "citation-1" as CitationId,
  source: atlas.id,
  quote: "maps want to be free",
  prefix: "",
  suffix: "",
  start: null,
  end: null,
  locator: "p. 12",
  relevance: "fair",
  via: { title: "An older map", url: "javascript:alert(1)" },
  attributedTo: "The engraver",
};

function claim(citations: readonly Citation[] = []): Card {
  return blankCard(id, { kind: "claim", createdAt: 3, text: "Maps are public goods", citations });
}

function open(card: Card, options?: Readonly<{ canEdit: boolean }>) {
  const fake = createClientSession([atlas, diary, card], options);
  const onOpenChange = vi.fn<(isOpen: boolean) => void>();
  renderPage(withSession(fake, <SourcesDialog cardId={id} isOpen onOpenChange={onOpenChange} />));
  return { ...fake, onOpenChange, card: () => getAs(fake.doc, "card", id) };
}

function press(name: string | RegExp) {
  fireEvent.click(screen.getByRole("button", { name }));
}

function write(label: string | RegExp, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

function choose(group: string, name: string) {
  fireEvent.click(within(screen.getByRole("radiogroup", { name: group })).getByRole("radio", { name }));
}

async function chooseSource(typed: string, option: RegExp) {
  const box = screen.getByRole("combobox", { name: "Source" });
  act(() => box.focus());
  fireEvent.change(box, { target: { value: typed } });
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
  fireEvent.click(await screen.findByRole("option", { name: option }));
}

test("a citation is shown with its quote, source, place, ratings, speaker and what the source cites", () => {
  open(claim([cited]));
  const list = screen.getByRole("region", { name: "Citations of this card" });
  expect(list.textContent).toContain("Maps are public goods");
  const item = within(list).getByRole("listitem");
  expect(within(item).getByText("maps want to be free").tagName).toBe("BLOCKQUOTE");
  for (const text of [
    "M. Ortelius, 2026",
    "p. 12",
    "Fits fairly well",
    "Source: strong",
    "Said by The engraver",
  ]) {
    expect(within(item).getByText(text)).toBeDefined();
  }
  const [link, ...others] = within(item).getAllByRole("link");
  expect(others).toEqual([]);
  expect(link?.getAttribute("href")).toBe("https://example.org/atlas");
  expect(link?.getAttribute("target")).toBe("_blank");
  expect(link?.getAttribute("rel")).toBe("noreferrer noopener");
  expect(within(item).getByText("An older map")).toBeDefined();
});

test("a viewer reads and is offered no change", () => {
  open(claim([cited]), { canEdit: false });
  expect(screen.getByText("maps want to be free")).toBeDefined();
  expect(screen.queryByRole("button", { name: /add|edit|remove/i })).toBeNull();
});

test("a new source with its citation makes the claim evidence, in one step of undo", () => {
  const { card, doc, history } = open(claim());
  press("Add a citation");
  choose("Where the citation is from", "A new source");
  write("Title", "Field notes");
  write("Address", "https://example.org/notes");
  choose("Credibility", "Weak");
  write("Quote, word for word", "nobody sells the coast line");
  write("Place", "section 2");
  choose("Relevance", "Strong");
  press("Add a citation");
  expect(card()?.kind).toBe("evidence");
  const [made] = card()?.citations ?? [];
  expect(made).toMatchObject({
    quote: "nobody sells the coast line",
    locator: "section 2",
    relevance: "strong",
  });
  expect(made && getAs(doc, "source", made.source)).toMatchObject({
    title: "Field notes",
    credibility: "weak",
  });
  act(() => history.undo());
  expect(card()?.citations).toEqual([]);
  expect(card()?.kind).toBe("claim");
  expect(made && getAs(doc, "source", made.source)).toBeUndefined();
});

test("after saving, the new citation is in the list and has the focus", async () => {
  open(claim());
  press("Add a citation");
  await chooseSource("ortel", /The open atlas/);
  press("Add a citation");
  const edit = await screen.findByRole("button", { name: "Edit the citation of “The open atlas”" });
  expect(document.activeElement).toBe(edit);
});

test("a source of the map is found by a part of its author, and the card may stay a claim", async () => {
  const { card } = open(claim());
  press("Add a citation");
  await chooseSource("ortel", /The open atlas/);
  fireEvent.click(screen.getByRole("checkbox", { name: "Make this card evidence" }));
  press("Add a citation");
  expect(card()?.citations.map(({ source }) => source)).toEqual([atlas.id]);
  expect(card()?.kind).toBe("claim");
});

test("where no source fits what is typed, it says what to do", async () => {
  open(claim());
  press("Add a citation");
  const box = screen.getByRole("combobox", { name: "Source" });
  act(() => box.focus());
  fireEvent.change(box, { target: { value: "nothing like it" } });
  expect(await screen.findByText(/No source of this map fits/)).toBeDefined();
});

test("a second citation no longer asks about evidence", () => {
  open(claim([cited]));
  press("Add a citation");
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("without a source the form says so at the field, keeps what was written and has the focus there", () => {
  const { card } = open(claim());
  press("Add a citation");
  write("Quote, word for word", "kept words");
  press("Add a citation");
  expect(screen.getByText("Choose the source that this is from, or write down a new one.")).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Source" }));
  expect(screen.getByDisplayValue("kept words")).toBeDefined();
  expect(card()?.citations).toEqual([]);
});

test("a new source needs a title, and what is too long says by how much", () => {
  open(claim());
  press("Add a citation");
  choose("Where the citation is from", "A new source");
  write("Quote, word for word", "x".repeat(2_005));
  press("Add a citation");
  expect(screen.getByText("Give the source a title, so that others can find it.")).toBeDefined();
  expect(screen.getByText("At most 2000 characters fit here; this has 2005. Shorten it.")).toBeDefined();
});

test("the quote counts its words and hints above 40", () => {
  open(claim([cited]));
  press("Edit the citation of “The open atlas”");
  expect(screen.getByText("5 words")).toBeDefined();
  write("Quote, word for word", "word ".repeat(41));
  expect(screen.getByText(/^41 words\. A quote of up to 40 words is read/)).toBeDefined();
});

test("editing a citation keeps what another person changes in other fields meanwhile", async () => {
  const { card, others } = open(claim([cited]));
  press("Edit the citation of “The open atlas”");
  write("Place", "p. 13");
  others({ type: "cite", card: id, citation: { ...cited, quote: "maps ought to be free" } });
  expect(await screen.findByDisplayValue("maps ought to be free")).toBeDefined();
  press("Save");
  expect(card()?.citations).toEqual([{ ...cited, quote: "maps ought to be free", locator: "p. 13" }]);
});

test("a citation that someone else removes while it is edited comes back by saving, after a warning", async () => {
  const { card, others } = open(claim([cited]));
  press("Edit the citation of “The open atlas”");
  write("Place", "p. 13");
  others({ type: "uncite", card: id, citation: cited.id });
  expect(await screen.findByText(/Someone else has removed this citation/)).toBeDefined();
  press("Save");
  expect(card()?.citations).toEqual([{ ...cited, locator: "p. 13" }]);
});

test("removing takes the citation away and offers to put it back", async () => {
  const { card } = open(claim([cited]));
  press("Remove the citation of “The open atlas”");
  expect(card()?.citations).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Citations of this card" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(card()?.citations).toEqual([cited]);
});

test("a source is edited for all its citations, field by field", async () => {
  const { doc, others } = open(claim([cited, { ...cited, id: "citation-2" as CitationId }]));
  const [edit] = screen.getAllByRole("button", { name: "Edit the source “The open atlas”" });
  if (edit) fireEvent.click(edit);
  expect(screen.getByText(/cited 2 times in the map/)).toBeDefined();
  write("Title", "The closed atlas");
  others({ type: "editSource", id: atlas.id, values: { date: "2027" } });
  expect(await screen.findByDisplayValue("2027")).toBeDefined();
  press("Save");
  expect(getAs(doc, "source", atlas.id)).toEqual({ ...atlas, title: "The closed atlas", date: "2027" });
  expect(await screen.findAllByText("The closed atlas")).toHaveLength(2);
});

test("an address that is no web address says that it will not be a link", () => {
  open(claim([{ ...cited, source: diary.id }]));
  expect(screen.queryByRole("link")).toBeNull();
  press("Edit the source “A travel diary”");
  expect(
    screen.getByText("Only an address that begins with http:// or https:// becomes a link."),
  ).toBeDefined();
});

test("what others cite appears in the open list", async () => {
  const { others } = open(claim());
  expect(screen.getByText(/Nothing is cited yet/)).toBeDefined();
  others({ type: "cite", card: id, citation: cited });
  expect(await screen.findByText("maps want to be free")).toBeDefined();
});

test("when the card is deleted by someone else it says so", async () => {
  const { others } = open(claim([cited]));
  others({ type: "delete", ids: [id] });
  expect(await screen.findByText("Someone else has deleted this card meanwhile.")).toBeDefined();
});

test("when the right to edit is lost, saving says so and what was written stays", () => {
  const { card, setStatus } = open(claim([cited]));
  press("Edit the citation of “The open atlas”");
  write("Place", "p. 13");
  act(() => setStatus({ canEdit: false }));
  press("Save");
  expect(screen.getByRole("alert").textContent).toBe("You cannot change this map here and now.");
  expect(screen.getByDisplayValue("p. 13")).toBeDefined();
  expect(card()?.citations).toEqual([cited]);
});

test("closing over something written asks first", async () => {
  const { onOpenChange } = open(claim([cited]));
  press("Edit the citation of “The open atlas”");
  write("Place", "p. 13");
  press("Close");
  expect(screen.getByRole("alert").textContent).toBe("Discard what you have written?");
  press("Go on writing");
  expect(screen.getByDisplayValue("p. 13")).toBeDefined();
  press("Close");
  press("Discard it");
  expect(onOpenChange).not.toHaveBeenCalled();
  const edit = screen.getByRole("button", { name: "Edit the citation of “The open atlas”" });
  await waitFor(() => expect(document.activeElement).toBe(edit));
  press("Close");
  expect(onOpenChange).toHaveBeenCalledWith(false);
});
