import type { KeyIntent } from "../../canvas/keyboard.ts";
import type { WordId } from "../../words/words.ts";

/** What each key does, in words. The compiler asks for a line here when the canvas learns a new key. */
export const shortcutWords = {
  "add-claim": "keyboard.does.addClaim",
  "add-evidence": "keyboard.does.addEvidence",
  "add-question": "keyboard.does.addQuestion",
  answer: "keyboard.does.answer",
  because: "keyboard.does.because",
  but: "keyboard.does.but",
  contradict: "keyboard.does.contradict",
  delete: "keyboard.does.delete",
  duplicate: "keyboard.does.duplicate",
  edit: "keyboard.does.edit",
  fit: "keyboard.does.fit",
  group: "keyboard.does.group",
  help: "keyboard.does.help",
  leave: "keyboard.does.leave",
  "link-because": "keyboard.does.linkBecause",
  "link-but": "keyboard.does.linkBut",
  "move-focus": "keyboard.does.moveFocus",
  nudge: "keyboard.does.nudge",
  redo: "keyboard.does.redo",
  "select-all": "keyboard.does.selectAll",
  undo: "keyboard.does.undo",
  with: "keyboard.does.with",
  "zoom-in": "keyboard.does.zoomIn",
  "zoom-out": "keyboard.does.zoomOut",
} as const satisfies Readonly<Record<KeyIntent["do"], WordId>>;
