import type { Flow } from "#shared/talk/index.ts";
import { type FlowBlock, layOutFlow } from "./flow-layout.ts";
import { usePollWords } from "./use-poll-words.ts";
import css from "./voting.module.css";

/** In the drawing's own units; it is scaled to the room there is. */
const frame = { width: 200, height: 240, blockWidth: 10, gap: 10 };
/** For the names beside the blocks. */
const margin = 118;
/** Of two blocks without anybody the names would lie on each other but for the gap. */
const labelDrop = 3.5;

/** How those who voted twice went from one stance to another, drawn; the table beside it says the same. */
export function FlowChart({ flow }: Readonly<{ flow: Flow }>) {
  const tell = usePollWords();
  const { before, after, bands } = layOutFlow(flow, frame);
  const changed = bands.filter(({ from, to }) => from !== to).reduce((sum, { count }) => sum + count, 0);
  const label = tell("polls.flowLabel", {
    changed,
    count: bands.reduce((sum, { count }) => sum + count, 0),
  });
  return (
    <figure className={css["flow"]}>
      <svg
        viewBox={`${-margin} -18 ${frame.width + 2 * margin} ${frame.height + 18}`}
        role="img"
        aria-label={label}
      >
        <text x={0} y={-6} textAnchor="start" className={css["side"]}>
          {tell("polls.moment.before")}
        </text>
        <text x={frame.width} y={-6} textAnchor="end" className={css["side"]}>
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
          <Block key={block.stance} block={block} x={0} labelX={-5} anchor="end" />
        ))}
        {after.map((block) => (
          <Block
            key={block.stance}
            block={block}
            x={frame.width - frame.blockWidth}
            labelX={frame.width + 5}
            anchor="start"
          />
        ))}
      </svg>
      <figcaption className={css["aside"]}>{label}</figcaption>
    </figure>
  );
}

type BlockProps = Readonly<{ block: FlowBlock; x: number; labelX: number; anchor: "start" | "end" }>;

function Block({ block: { stance, count, y, height }, x, labelX, anchor }: BlockProps) {
  const tell = usePollWords();
  return (
    <>
      <rect
        x={x}
        y={y}
        width={frame.blockWidth}
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
