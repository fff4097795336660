import { useMemo } from "react";
import { encode } from "uqr";
import css from "./join-code.module.css";

/** Light squares around the code, without which cameras do not find it. */
const quietSquares = 3;

/** An address as a square for cameras, black on white in every theme; `label` says where it leads. */
export function JoinCode({ address, label }: Readonly<{ address: string; label: string }>) {
  const { path, size } = useMemo(() => pathOf(address), [address]);
  return (
    <svg
      className={css["code"]}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

/** One run of dark squares after the other. */
function pathOf(address: string): Readonly<{ path: string; size: number }> {
  const { data, size } = encode(address, { ecc: "M", border: quietSquares });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      const start = x;
      while (row[x]) x += 1;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1H${start}z`);
    }
  });
  return { path: runs.join(""), size };
}
