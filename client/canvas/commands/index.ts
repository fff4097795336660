import type { CanvasTools } from "../canvas-context.tsx";
import { addCommands } from "./add-commands.ts";
import { arrangeCommands } from "./arrange-commands.ts";
import { clipboardCommands } from "./clipboard-commands.ts";
import { connectCommands } from "./connect-commands.ts";
import { editCommands } from "./edit-commands.ts";
import { findCommands } from "./find-commands.ts";
import { groupCommands } from "./group-commands.ts";
import { latinKey, type PressedKey } from "./latin-key.ts";
import { layoutCommands } from "./layout-commands.ts";
import type { CommandId, HeldKeys, MapCommand } from "./map-command.ts";
import { moveCommands } from "./move-commands.ts";
import { stepCommands } from "./step-commands.ts";
import { togetherCommands } from "./together-commands.ts";
import { viewCommands } from "./view-commands.ts";

export {
  type CommandGroup,
  type CommandId,
  commandGroups,
  type KeyPress,
  type MapCommand,
} from "./map-command.ts";

/** Everything that can be asked of the open map, in the order in which it is listed. */
export const mapCommands: readonly MapCommand[] = [
  ...addCommands,
  ...connectCommands,
  ...stepCommands,
  ...editCommands,
  ...clipboardCommands,
  ...groupCommands,
  ...arrangeCommands,
  ...layoutCommands,
  ...moveCommands,
  ...viewCommands,
  ...togetherCommands,
  ...findCommands,
];

const byId: ReadonlyMap<CommandId, MapCommand> = new Map(mapCommands.map((command) => [command.id, command]));

const byKey: ReadonlyMap<string, MapCommand> = new Map(
  mapCommands
    .filter(({ isBrowsers }) => !isBrowsers)
    .flatMap((command) =>
      (command.keys ?? []).map(({ held, key }): readonly [string, MapCommand] => [
        pressed(held, key),
        command,
      ]),
    ),
);

type Key = PressedKey & Readonly<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }>;

/** The command that a key asks for, pressed outside of any text field; undefined where it means nothing here. */
export function commandForKey(press: Key): MapCommand | undefined {
  const { ctrlKey, metaKey, shiftKey, altKey } = press;
  const key = latinKey(press);
  if (ctrlKey || metaKey) {
    // Shift and Caps Lock turn letters into capitals; with Ctrl or ⌘ they mean the same key.
    const letter = key.length === 1 ? key.toLowerCase() : key;
    const shifted = shiftKey ? byKey.get(pressed("command-shift", letter)) : undefined;
    return shifted ?? byKey.get(pressed("command", letter));
  }
  if (altKey) {
    const asked = byKey.get(pressed(shiftKey ? "alt-shift" : "alt", withAltKey(press)));
    // Some keyboards have signs such as \ and # only with Option.
    return asked ?? (isSign(key) ? byKey.get(pressed("nothing", key)) : undefined);
  }
  const shifted = shiftKey ? byKey.get(pressed("shift", key)) : undefined;
  return shifted ?? byKey.get(pressed("nothing", key));
}

/** Whether this person may ask for it now, and it means anything now. */
export function canRun(command: MapCommand, tools: CanvasTools): boolean {
  if (command.changes && !tools.session.status().canEdit) return false;
  return command.isFor?.(tools) ?? true;
}

/** Does what the command says where it can be done now; `key` is the key that asked, if one did. */
export function runCommand(id: CommandId, tools: CanvasTools, key = ""): void {
  const command = byId.get(id);
  if (command && canRun(command, tools)) command.run(tools, key);
}

/** The command of that name. */
export function commandOf(id: CommandId): MapCommand | undefined {
  return byId.get(id);
}

function isSign(key: string): boolean {
  return /^[^\p{L}\p{N}]$/u.test(key);
}

/** Alt, or Option on a Mac, makes signs of letters; meant is the letter on the key. */
function withAltKey({ key, code = "" }: Key): string {
  const [, letter] = /^Key([A-Z])$/u.exec(code) ?? [];
  return letter?.toLowerCase() ?? (key.length === 1 ? key.toLowerCase() : key);
}

function pressed(held: HeldKeys, key: string): string {
  return `${held} ${key}`;
}
