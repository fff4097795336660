import { type Flow, type Stance, stances } from "#shared/talk/index.ts";

/** Those of one side who said the same: from `y` on, so high. */
export type FlowBlock = Readonly<{ stance: Stance; count: number; y: number; height: number }>;

/** Those who went from one stance to another, as a band between the sides. */
export type FlowBand = Readonly<{ from: Stance; to: Stance; count: number; path: string }>;

export type FlowPicture = Readonly<{
  before: readonly FlowBlock[];
  after: readonly FlowBlock[];
  bands: readonly FlowBand[];
}>;

type Frame = Readonly<{ width: number; height: number; blockWidth: number; gap: number }>;

/** From holding, at the top, to refusing; who has no view at the foot. */
export const flowOrder: readonly Stance[] = [
  "strongly-agree",
  "agree",
  "neutral",
  "disagree",
  "strongly-disagree",
  "no-view",
];

/** Where blocks and bands lie in a frame: heights by numbers, bands in the order of their blocks so that few cross. */
export function layOutFlow(flow: Flow, frame: Frame): FlowPicture {
  const countOf = (from: Stance, to: Stance) => flow[stances.indexOf(from)]?.[stances.indexOf(to)] ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const left = flowOrder.map((from) => sum(flowOrder.map((to) => countOf(from, to))));
  const right = flowOrder.map((to) => sum(flowOrder.map((from) => countOf(from, to))));
  const voters = sum(left);
  // Every block has its place, were it empty: the same stance stands at like heights, and its label beside it.
  const perVoter = voters === 0 ? 0 : (frame.height - frame.gap * flowOrder.length) / voters;
  const [before, after] = [left, right].map((counts) => blocksOf(counts, perVoter, frame.gap)) as [
    FlowBlock[],
    FlowBlock[],
  ];
  const used = { left: flowOrder.map(() => 0), right: flowOrder.map(() => 0) };
  const bands = flowOrder.flatMap((from, row) =>
    flowOrder.flatMap((to, column) => {
      const count = countOf(from, to);
      if (count === 0) return [];
      const height = count * perVoter;
      const [y1, y2] = [
        (before[row]?.y ?? 0) + (used.left[row] ?? 0),
        (after[column]?.y ?? 0) + (used.right[column] ?? 0),
      ];
      used.left[row] = (used.left[row] ?? 0) + height;
      used.right[column] = (used.right[column] ?? 0) + height;
      return [{ from, to, count, path: bandPath(y1, y2, height, frame) }];
    }),
  );
  return { before, after, bands };
}

function blocksOf(counts: readonly number[], perVoter: number, gap: number): FlowBlock[] {
  let y = gap / 2;
  return flowOrder.map((stance, index) => {
    const count = counts[index] ?? 0;
    const block = { stance, count, y, height: count * perVoter };
    y += block.height + gap;
    return block;
  });
}

function bandPath(y1: number, y2: number, height: number, { width, blockWidth }: Frame): string {
  const [x1, x2, middle] = [blockWidth, width - blockWidth, width / 2].map(rounded);
  const [a, b, c, d] = [y1, y2, y2 + height, y1 + height].map(rounded);
  return `M${x1} ${a}C${middle} ${a} ${middle} ${b} ${x2} ${b}V${c}C${middle} ${c} ${middle} ${d} ${x1} ${d}Z`;
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
