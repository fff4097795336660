import { render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ToastProvider } from "../ui/toast.tsx";
import { WordsProvider } from "../words/words-provider.tsx";
import { dialogCode, FetchedDialog } from "./fetched-dialog.tsx";

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

afterEach(() => vi.useRealTimers());

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
