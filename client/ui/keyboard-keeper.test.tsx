import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Dialog } from "./dialog.tsx";
import { Menu, MenuItem } from "./menu.tsx";

function Page() {
  const [isOpen, setOpen] = useState(false);
  const [isFormHere, setFormHere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Dialog title="Sources" closeLabel="Close" isOpen={isOpen} onOpenChange={setOpen}>
        {isFormHere ? (
          <button type="button" onClick={() => setFormHere(false)}>
            Add
          </button>
        ) : (
          <p>Added</p>
        )}
      </Dialog>
    </>
  );
}

afterEach(cleanup);

function openDialog() {
  render(<Page />);
  const opener = screen.getByRole("button", { name: "Open" });
  opener.focus();
  // As a hand does it, not a screen reader, for which the dialog takes its time.
  fireEvent.click(opener, { detail: 1 });
  return opener;
}

function PageWithMenu() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Menu label="More" trigger={<Button>More</Button>}>
        <MenuItem id="open" text="Open" onAction={() => setOpen(true)} />
      </Menu>
      <Dialog title="Sources" closeLabel="Close" isOpen={isOpen} onOpenChange={setOpen}>
        <p>Here they are</p>
      </Dialog>
    </>
  );
}

function pressWhole(key: string) {
  const target = document.activeElement ?? document.body;
  fireEvent.keyDown(target, { key });
  fireEvent.keyUp(target, { key });
}

/** Presses a key where the keyboard is. */
function press(key: string) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

describe("a window that takes the keyboard", () => {
  it("gives it back before the next key, not only when it has faded away", async () => {
    const opener = openDialog();
    expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true);
    press("Escape");
    await Promise.resolve();
    expect(document.activeElement).toBe(opener);
  });

  it("closes by Escape though what had the keyboard in it has gone", async () => {
    const opener = openDialog();
    const add = screen.getByRole("button", { name: "Add" });
    add.focus();
    fireEvent.click(add);
    document.body.focus();
    (document.activeElement as HTMLElement).blur();
    expect(document.activeElement).toBe(document.body);
    press("Escape");
    await Promise.resolve();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("closes by one Escape though a tooltip shows at what has the keyboard", async () => {
    const opener = openDialog();
    // By a key, since a tooltip comes with the keyboard and not with a press.
    press("Tab");
    screen.getByRole("button", { name: "Close" }).focus();
    await screen.findByRole("tooltip");
    press("Escape");
    await Promise.resolve();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("takes the keys that nothing else has, so that nothing behind it hears of them", () => {
    openDialog();
    const behind = vi.fn();
    window.addEventListener("keydown", behind);
    (document.activeElement as HTMLElement).blur();
    press("Delete");
    window.removeEventListener("keydown", behind);
    expect(behind).not.toHaveBeenCalled();
    expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true);
  });

  it("gives it back past a menu that has gone, to what had it before the menu", async () => {
    render(<PageWithMenu />);
    const opener = screen.getByRole("button", { name: "More" });
    opener.focus();
    pressWhole("Enter");
    const item = await screen.findByRole("menuitem", { name: "Open" });
    item.focus();
    pressWhole("Enter");
    await Promise.resolve();
    expect(screen.getByRole("dialog", { name: "Sources" }).contains(document.activeElement)).toBe(true);
    press("Escape");
    await Promise.resolve();
    expect(document.activeElement).toBe(opener);
  });
});
