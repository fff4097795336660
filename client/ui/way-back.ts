/** From each open window: what had the keyboard before it opened, the nearest first. */
const waysOut = new WeakMap<Element, readonly HTMLElement[]>();

/** Whether nothing on the page has the keyboard, or only what is fading away. */
function isKeyboardFree(): boolean {
  const active = document.activeElement;
  return !active || active === document.body || active.closest("[data-exiting]") !== null;
}

/**
 * What the keyboard is at, to be given back to later. A window may open another and go, as a menu does: then it is the
 * turn of what the first was opened from, so that is remembered as well.
 */
export function rememberWayBack(): readonly HTMLElement[] {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return [];
  return [active, ...wayOutOf(active)];
}

/** Remembers for a window that has opened what it was opened from. */
export function noteWayOut(window: Element | null, wayBack: readonly HTMLElement[]): void {
  if (window) waysOut.set(window, wayBack);
}

/** Gives the keyboard to the first that is still there; not where something else has it by now. */
export function goBack(wayBack: readonly HTMLElement[]): void {
  if (!isKeyboardFree()) return;
  wayBack.find((way) => way.isConnected && !way.closest("[data-exiting]"))?.focus({ preventScroll: true });
}

/** From the window that an element stands in. */
function wayOutOf(element: Element): readonly HTMLElement[] {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ways = waysOut.get(at);
    if (ways) return ways;
  }
  return [];
}
