import { MousePointer2 } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import type { Peer } from "../../session/presence.ts";
import { usePeople, useSession } from "../../session/session-context.tsx";
import css from "./cursor-layer.module.css";
import { OnCanvas } from "./on-canvas.tsx";

/** The others' pointers, with their names, at the places of the canvas they point at. Rendered as people come and go. */
export const CursorLayer = memo(function CursorLayer() {
  const people = usePeople();
  return (
    <OnCanvas>
      {people.map(({ clientId, user: { name, color } }) => (
        <Cursor key={clientId} clientId={clientId} name={name} color={color} />
      ))}
    </OnCanvas>
  );
});

type CursorProps = Readonly<{ clientId: Peer["clientId"]; name: string; color: string }>;

/** One pointer. It moves itself whenever that person's state comes, without rendering; style sheets smooth the way. */
const Cursor = memo(function Cursor({ clientId, name, color }: CursorProps) {
  const { presence } = useSession();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = () => {
      const cursor = presence.peer(clientId)?.cursor;
      const style = element.current?.style;
      if (!style) return;
      style.display = cursor ? "" : "none";
      if (cursor) style.transform = `translate(${cursor[0]}px, ${cursor[1]}px)`;
    };
    place();
    return presence.onPeer(clientId, place);
  }, [presence, clientId]);
  return (
    <div ref={element} className={css["cursor"]} style={{ color, display: "none" }} aria-hidden="true">
      <MousePointer2 size={18} fill="currentColor" stroke="var(--panel)" />
      <span dir="auto" className={css["name"]} style={{ background: color }}>
        {name}
      </span>
    </div>
  );
});
