import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import { flushSync } from "react-dom";
import { useComments } from "./comments-context.tsx";

const mostOffered = 6;
/** An `@` that begins a word, and what stands between it and the caret. */
const begun = /(?:^|[^\p{L}\p{N}])@([^@\n]{0,40})$/u;

export type Mentions = ReturnType<typeof useMentions>;

/** Offers names while an `@` is being written in a field. */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onChange: (text: string) => void,
) {
  const { talk, me } = useComments();
  const listId = useId();
  const [written, setWritten] = useState<string>();
  const [at, setAt] = useState(0);
  const names = written === undefined ? [] : namesLike(written, talk.people, me);
  const isOpen = names.length > 0;

  // Only once the press is over: what lies below moves when the list goes, and would not be hit.
  useEffect(() => {
    if (!isOpen) return;
    const end = ({ target }: MouseEvent) => {
      if (target !== field.current) setWritten(undefined);
    };
    window.addEventListener("click", end);
    return () => window.removeEventListener("click", end);
  }, [isOpen, field]);

  /** Looks what stands before the caret. */
  function look() {
    const { current } = field;
    const isAtCaret = current && current.selectionStart === current.selectionEnd;
    const before = isAtCaret ? current.value.slice(0, current.selectionStart) : "";
    const found = begun.exec(before)?.[1];
    if (found !== written) setAt(0);
    setWritten(found);
  }

  function close() {
    setWritten(undefined);
  }

  function choose(name: string) {
    const { current } = field;
    if (!current || written === undefined) return;
    const start = current.selectionStart - written.length;
    const rest = text.slice(current.selectionStart);
    const space = rest.startsWith(" ") ? "" : " ";
    flushSync(() => {
      onChange(`${text.slice(0, start)}${name}${space}${rest}`);
      close();
    });
    const caret = start + name.length + 1;
    current.focus();
    current.setSelectionRange(caret, caret);
  }

  /** Whether the key was for the list. */
  function handleKey(event: KeyboardEvent): boolean {
    if (!isOpen) return false;
    const name = names[at];
    if (event.key === "ArrowDown") setAt((at + 1) % names.length);
    else if (event.key === "ArrowUp") setAt((at + names.length - 1) % names.length);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab" && event.shiftKey) {
      close();
      return false;
    } else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey && name)
      choose(name);
    else return false;
    event.preventDefault();
    return true;
  }

  const attributes = isOpen ? { "aria-controls": listId, "aria-activedescendant": `${listId}-${at}` } : {};
  return { names, at, listId, attributes, look, close, choose, handleKey };
}

/** Names that begin as written, then those that hold it; without one's own, and what is written out. */
function namesLike(
  written: string,
  people: ReadonlyMap<string, string>,
  me: string | undefined,
): readonly string[] {
  const wanted = written.toLocaleLowerCase();
  const others = new Set([...people].filter(([id]) => id !== me).map(([, name]) => name));
  const found = [...others].filter((name) => name !== written && name.toLocaleLowerCase().includes(wanted));
  const isFirst = (name: string) => Number(!name.toLocaleLowerCase().startsWith(wanted));
  return found.toSorted((a, b) => isFirst(a) - isFirst(b) || a.localeCompare(b)).slice(0, mostOffered);
}
