import { useMemo } from "react";
import { encode } from "uqr";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./follow-room.module.css";

/** By what code others join, for who sits beside: as letters and as a picture for their phone. */
export function JoinCode({ code }: Readonly<{ code: string }>) {
  const tell = useLaterWords(follow);
  const address = `${window.location.origin}/j/${code}`;
  const { path, size } = useMemo(() => {
    const { data } = encode(address, { border: 2 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])),
    );
    return { path: squares.join(""), size: data.length };
  }, [address]);
  return (
    <section className={css["code"]} aria-label={tell("follow.code")}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={tell("follow.codePicture", { address })}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p>
        {tell("follow.code")}
        <strong>{code}</strong>
      </p>
    </section>
  );
}
