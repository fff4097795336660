import { withCopying } from "../clipboard/with-copying.ts";
import { withPasting } from "../clipboard/with-pasting.ts";
import { hasCards } from "./chosen.ts";
import { type MapCommand, withCommand } from "./map-command.ts";

/** Taking cards along, and bringing in what was taken or made elsewhere. */
export const clipboardCommands: readonly MapCommand[] = [
  {
    id: "copy",
    group: "edit",
    keys: withCommand("c"),
    isBrowsers: true,
    isFor: (tools) => hasCards(tools),
    run: (tools) => withCopying(tools, ({ copySelected }) => void copySelected(tools)),
  },
  {
    id: "cut",
    group: "edit",
    keys: withCommand("x"),
    isBrowsers: true,
    changes: true,
    isFor: (tools) => hasCards(tools),
    run: (tools) => withCopying(tools, ({ cutSelected }) => void cutSelected(tools)),
  },
  {
    id: "paste",
    group: "edit",
    keys: withCommand("v"),
    isBrowsers: true,
    changes: true,
    run: (tools) => withPasting(tools, ({ pasteHere }) => void pasteHere(tools, tools.at)),
  },
  {
    id: "insertTemplate",
    group: "add",
    changes: true,
    run: ({ openDialog }) => openDialog("templates"),
  },
];
