import type { Flow } from "#shared/talk/index.ts";
import { type FlowBlock, layOutFlow } from "./flow-layout.ts";
import { usePollWords } from "./use-poll-words.ts";
import css from "./voting.module.css";

/** In the drawing's own units, which are about pixels beside the map and two of them on a projector. Margins hold the longest name. */
const frames = {
  narrow: { width: 84, height: 220, blockWidth: 9, gap: 12, margin: 112 },
  wide: { width: 230, height: 330, blockWidth: 14, gap: 22, margin: 185 },
} as const;
/** Above the drawing for what the sides are, below it for the last name. */
const head = 21;
const foot = 8;
/** From the middle of a line of text to where it stands. */
const labelDrop = 4;

/** How those who voted twice went from one stance to another, drawn; the table beside it says the same. */
export function FlowChart({ flow, isWide }: Readonly<{ flow: Flow; isWide: boolean }>) {
  const tell = usePollWords();
  const frame = isWide ? frames.wide : frames.narrow;
  const { width, height, blockWidth, margin } = frame;
  const { before, after, bands } = layOutFlow(flow, frame);
  const changed = bands.filter(({ from, to }) => from !== to).reduce((sum, { count }) => sum + count, 0);
  const label = tell("polls.flowLabel", {
    changed,
    count: bands.reduce((sum, { count }) => sum + count, 0),
  });
  return (
    <figure className={css["flow"]}>
      <svg
        viewBox={`${-margin} ${-head} ${width + 2 * margin} ${height + head + foot}`}
        role="img"
        aria-label={label}
      >
        <text x={0} y={-6} textAnchor="start" className={css["side"]}>
          {tell("polls.moment.before")}
        </text>
        <text x={width} y={-6} textAnchor="end" className={css["side"]}>
          {tell("polls.moment.after")}
        </text>
        {bands.map(({ from, to, count, path }) => (
          <path
            key={`${from} ${to}`}
            d={path}
            data-stance={from}
            data-stays={from === to}
            className={css["band"]}
          >
            <title>
              {tell("polls.flowBand", {
                count,
                from: tell(`polls.stance.${from}`),
                to: tell(`polls.stance.${to}`),
              })}
            </title>
          </path>
        ))}
        {before.map((block) => (
          <Block key={block.stance} block={block} x={0} width={blockWidth} labelX={-6} anchor="end" />
        ))}
        {after.map((block) => (
          <Block
            key={block.stance}
            block={block}
            x={width - blockWidth}
            width={blockWidth}
            labelX={width + 6}
            anchor="start"
          />
        ))}
      </svg>
      <figcaption className={css["aside"]}>{label}</figcaption>
    </figure>
  );
}

type BlockProps = Readonly<{
  block: FlowBlock;
  x: number;
  width: number;
  labelX: number;
  anchor: "start" | "end";
}>;

function Block({ block: { stance, count, y, height }, x, width, labelX, anchor }: BlockProps) {
  const tell = usePollWords();
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={Math.max(height, 1)}
        data-stance={stance}
        className={css["block"]}
      />
      <text
        x={labelX}
        y={y + height / 2 + labelDrop}
        textAnchor={anchor}
        className={css["name"]}
        data-empty={count === 0}
      >
        {tell("polls.named", { stance: tell(`polls.stance.${stance}`), count })}
      </text>
    </>
  );
}
