import { useStore } from "@xyflow/react";
import { type ReactNode, useMemo } from "react";
import { createPortal } from "react-dom";

/**
 * What lies in the canvas and moves with it. As React Flow's own portal, but the place is looked for once: that one
 * searches the whole canvas for it at every movement.
 */
export function OnCanvas({ children }: Readonly<{ children: ReactNode }>) {
  const canvas = useStore((state) => state.domNode);
  const place = useMemo(() => canvas?.querySelector(".react-flow__viewport-portal"), [canvas]);
  return place ? createPortal(children, place) : null;
}
