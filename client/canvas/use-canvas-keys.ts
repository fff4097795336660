import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useEffectEvent } from "react";
import { useView } from "../state/view-context.tsx";
import { useCanvas } from "./canvas-context.tsx";
import { canRun, commandForKey } from "./commands/index.ts";

/**
 * Handles keys pressed while the canvas, or something on it that is no text field, has the focus; the caller hands
 * those in. When nothing at all has it, because what had it was deleted, keys are taken from the window; but no letters,
 * which may have been meant for a text that has just gone. A few commands are called from anywhere on the page.
 */
export function useCanvasKeys(): (event: ReactKeyboardEvent) => void {
  const tools = useCanvas();
  const isDialogWanted = useView((state) => state.dialog !== null && state.dialog !== "tour");

  function handleKey(event: KeyboardEvent | ReactKeyboardEvent) {
    // What is typed while a dialog is still on its way is meant for it.
    if (isDialogWanted) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    // A button on the canvas takes its own Enter and Space.
    if (event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ")) return;
    const command = commandForKey(event);
    if (!command) return;
    event.preventDefault();
    if (canRun(command, tools)) command.run(tools, event.key);
  }

  function handleCall(event: KeyboardEvent) {
    const command = commandForKey(event);
    if (isDialogWanted || !command?.isEverywhere) return;
    event.preventDefault();
    if (canRun(command, tools)) command.run(tools, event.key);
  }

  const handleStrayKey = useEffectEvent((event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (event.defaultPrevented) return;
    if (event.target === document.body && !isLetter) handleKey(event);
    else if ((event.ctrlKey || event.metaKey) && !isInDialog(event.target)) handleCall(event);
  });
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => handleStrayKey(event);
    window.addEventListener("keydown", handleKeyDown);
    return () => window.removeEventListener("keydown", handleKeyDown);
  }, []);

  return handleKey;
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null
  );
}
