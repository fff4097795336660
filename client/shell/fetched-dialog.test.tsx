import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { fetchToasts, ToastProvider } from "../ui/toast.tsx";
import { WordsProvider } from "../words/words-provider.tsx";
import { dialogCode, FetchedDialog } from "./fetched-dialog.tsx";

// On the page it has long come when somebody asks for a dialog.
beforeAll(fetchToasts);

type Props = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

function Panel({ isOpen }: Props) {
  return isOpen ? <p>The panel</p> : null;
}

function inPage(content: ReactNode) {
  return (
    <WordsProvider language="en">
      <ToastProvider label="Messages" closeLabel="Close">
        {content}
      </ToastProvider>
    </WordsProvider>
  );
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("a dialog that is fetched when opened", () => {
  it("is not fetched while it is closed and the page is busy", () => {
    const fetchCode = vi.fn(async () => Panel);
    const code = dialogCode(fetchCode);
    render(inPage(<FetchedDialog code={code} dialog={{ isOpen: false, onOpenChange: () => undefined }} />));
    expect(fetchCode).not.toHaveBeenCalled();
  });

  it("shows once it has come, and is fetched once only", async () => {
    const fetchCode = vi.fn(async () => Panel);
    const code = dialogCode(fetchCode);
    const { rerender } = render(
      inPage(<FetchedDialog code={code} dialog={{ isOpen: true, onOpenChange: () => undefined }} />),
    );
    expect(await screen.findByText("The panel")).toBeDefined();
    rerender(inPage(<FetchedDialog code={code} dialog={{ isOpen: false, onOpenChange: () => undefined }} />));
    rerender(inPage(<FetchedDialog code={code} dialog={{ isOpen: true, onOpenChange: () => undefined }} />));
    expect(screen.getByText("The panel")).toBeDefined();
    expect(fetchCode).toHaveBeenCalledTimes(1);
  });

  it("is fetched ahead once the page is at rest", () => {
    vi.useFakeTimers();
    const fetchCode = vi.fn(async () => Panel);
    const code = dialogCode(fetchCode);
    render(inPage(<FetchedDialog code={code} dialog={{ isOpen: false, onOpenChange: () => undefined }} />));
    vi.advanceTimersByTime(10_000);
    expect(fetchCode).toHaveBeenCalledTimes(1);
  });

  it("closes and says so where it cannot be had, and is asked for again", async () => {
    const fetchCode = vi.fn<() => Promise<typeof Panel>>().mockRejectedValueOnce(new TypeError("no network"));
    fetchCode.mockResolvedValue(Panel);
    const code = dialogCode(fetchCode);
    const close = vi.fn();
    const { rerender } = render(
      inPage(<FetchedDialog code={code} dialog={{ isOpen: true, onOpenChange: close }} />),
    );
    expect(await screen.findByText(/could not be fetched/)).toBeDefined();
    expect(close).toHaveBeenCalledWith(false);
    rerender(inPage(<FetchedDialog code={code} dialog={{ isOpen: false, onOpenChange: close }} />));
    rerender(inPage(<FetchedDialog code={code} dialog={{ isOpen: true, onOpenChange: close }} />));
    expect(await screen.findByText("The panel")).toBeDefined();
  });
});

/** A panel with a field, at a button that says what has been asked for. */
function Page({ fetchCode }: Readonly<{ fetchCode: () => Promise<typeof FieldPanel> }>) {
  const [isOpen, setOpen] = useState(false);
  const [code] = useState(() => dialogCode(fetchCode));
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <FetchedDialog code={code} dialog={{ isOpen, onOpenChange: setOpen }} />
    </>
  );
}

function FieldPanel({ isOpen }: Props) {
  const [text, setText] = useState("");
  const [entered, setEntered] = useState("nothing yet");
  if (!isOpen) return null;
  return (
    <>
      <input
        aria-label="Search"
        ref={(field) => field?.focus()}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && setEntered(text)}
      />
      <p>Entered: {entered}</p>
    </>
  );
}

/** Opens the panel; `arrive` brings its code. */
function openOnTheWay() {
  let arrive: (code: typeof FieldPanel) => void = () => undefined;
  const coming = new Promise<typeof FieldPanel>((resolve) => {
    arrive = resolve;
  });
  render(inPage(<Page fetchCode={() => coming} />));
  const button = screen.getByRole("button", { name: "Open" });
  button.focus();
  fireEvent.click(button);
  return { button, arrive: () => act(async () => arrive(FieldPanel)) };
}

function typeAhead(text: string) {
  fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
}

describe("what is typed while a dialog is on its way", () => {
  it("is in its field when it comes", async () => {
    const { arrive } = openOnTheWay();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /what you type is kept/ }));
    typeAhead("yearbook");
    await arrive();
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Search" });
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe("yearbook");
    expect(screen.getByText("Entered: nothing yet")).toBeDefined();
  });

  it("is entered as well where Enter followed it", async () => {
    const { arrive } = openOnTheWay();
    typeAhead("yearbook");
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "Enter" });
    await arrive();
    expect(screen.getByText("Entered: yearbook")).toBeDefined();
  });

  it("is given up by Escape, and the keyboard is back where it was", async () => {
    const { arrive, button } = openOnTheWay();
    typeAhead("yearbook");
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "Escape" });
    expect(document.activeElement).toBe(button);
    await arrive();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("goes elsewhere where the keyboard was taken elsewhere", async () => {
    const { arrive, button } = openOnTheWay();
    typeAhead("yearbook");
    button.focus();
    await arrive();
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Search" }).value).toBe("");
  });
});
