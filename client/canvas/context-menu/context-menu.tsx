import { Fragment, useCallback, useRef, useState } from "react";
import { MenuAt, MenuSeparator } from "../../ui/menu.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import { CommandItems } from "./command-items.tsx";
import { menuCommands } from "./menu-commands.ts";
import { type MenuCall, useMenuCalls } from "./use-menu-calls.ts";

/** What can be done with what one points at, wherever on the canvas that is; stands beside the canvas in one element. */
export function ContextMenu() {
  const t = useWords();
  const tools = useCanvas();
  const anchor = useRef<HTMLSpanElement>(null);
  const [call, setCall] = useState<MenuCall | null>(null);
  const close = useCallback(() => setCall(null), []);
  useMenuCalls(anchor, setCall);
  return (
    <>
      <span ref={anchor} hidden />
      {call ? (
        <MenuAt
          label={t(call.subject === "canvas" ? "contextMenu.canvas" : "contextMenu.selection")}
          at={call.place}
          onClose={close}
        >
          {menuCommands(call.subject, tools).map(({ group, commands }, index) => (
            <Fragment key={group}>
              {index > 0 ? <MenuSeparator /> : null}
              <CommandItems
                ids={commands.map(({ id }) => id)}
                tools={call.at ? { ...tools, at: call.at } : tools}
              />
            </Fragment>
          ))}
        </MenuAt>
      ) : null}
    </>
  );
}
