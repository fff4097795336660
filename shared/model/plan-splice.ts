import { isInsidePair, isWellFormed } from "#shared/lib/well-formed.ts";
import type { CommandFault } from "./commands.ts";
import { fieldOf } from "./fields.ts";
import type { CardId, StepId } from "./ids.ts";
import { modelLimits } from "./limits.ts";
import { checkExists, fault } from "./plan-checks.ts";
import type { PlanView } from "./plan-view.ts";

/** A text that people type in: of a card its words, of a step the presenter's notes. */
type TypedText =
  | Readonly<{ type: "card"; id: CardId; field: "text" }>
  | Readonly<{ type: "step"; id: StepId; field: "notes" }>;

const maxChars = { text: modelLimits.maxTextChars, notes: modelLimits.maxNoteChars } as const;

/** Plans an edit of a text by characters. */
export function planSplice(
  view: PlanView,
  of: TypedText,
  { index, remove, insert }: Readonly<{ index: number; remove: number; insert: string }>,
): CommandFault | undefined {
  const { type, id, field } = of;
  const record = view.get(id);
  if (record?.type !== type) return checkExists(view, type, id);
  const text = fieldOf(record, field) as string;
  if (!(Number.isInteger(index) && Number.isInteger(remove) && index >= 0 && remove >= 0))
    return fault("bad-value", "Text is edited at whole, non-negative places.", id);
  if (index + remove > text.length) {
    const message = `The ${field} of ${id} has ${text.length} characters; ${index}+${remove} is beyond.`;
    return fault("out-of-range", message, id);
  }
  if (isInsidePair(text, index) || isInsidePair(text, index + remove))
    return fault("bad-value", `The edit at ${index} of ${type} ${id} would cut a character in two.`, id);
  const faulty = insert === "" ? undefined : checkText(of, insert, text.length - remove + insert.length);
  if (faulty) return faulty;
  if (remove > 0 || insert !== "") view.write({ op: "splice", type, id, field, index, remove, insert });
  return undefined;
}

/** What is `written` must be whole characters, and the text it makes not longer than its field holds. */
export function checkText(
  { type, id, field }: TypedText,
  written: string,
  length: number,
): CommandFault | undefined {
  if (!isWellFormed(written))
    return fault("bad-value", `The ${field} for ${type} ${id} would have half a character in it.`, id);
  return length > maxChars[field]
    ? fault("too-large", `The ${field} would have ${length} characters; ${maxChars[field]} fit.`, id)
    : undefined;
}
