import { useMemo } from "react";
import { mentionSpans } from "#shared/talk/index.ts";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";

/** What somebody wrote, as plain text; names of people on the map stand out. */
export function CommentText({ text }: Readonly<{ text: string }>) {
  const { people } = useComments().talk;
  const parts = useMemo(() => partsOf(text, people.values()), [text, people]);
  return (
    <p dir="auto" className={css["text"]}>
      {parts.map(({ start, part, isName }) =>
        isName ? (
          <mark key={start} className={css["mention"]}>
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </p>
  );
}

type Part = Readonly<{ start: number; part: string; isName: boolean }>;

function partsOf(text: string, names: Iterable<string>): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end } of mentionSpans(text, names)) {
    parts.push({ start: from, part: text.slice(from, start), isName: false });
    parts.push({ start, part: text.slice(start, end), isName: true });
    from = end;
  }
  parts.push({ start: from, part: text.slice(from), isName: false });
  return parts;
}
