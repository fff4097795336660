import {
  type Curve,
  cardBox,
  conflictGeometry,
  curvesOf,
  geometryOf,
  linkGeometry,
  type Rect,
} from "#shared/diagram/index.ts";
import {
  type ArgumentId,
  type CardId,
  getAs,
  type MapRecord,
  type PlainMap,
  viewOf,
} from "#shared/model/index.ts";
import css from "./template-picture.module.css";

/** Free room around the cards, in canvas pixels. */
const marginPx = 24;
const lineGapPx = 22;

/** A map drawn small: boxes, lines of text as strokes, arrows as lines. Decoration beside words that say the same. */
export function TemplatePicture({ map }: Readonly<{ map: PlainMap }>) {
  const rects = rectsOf(map);
  const all = [...rects.values()];
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const box = all.length === 0 ? [0, 0, 1, 1] : [left, top, right - left, bottom - top];
  const [x = 0, y = 0, width = 1, height = 1] = box;
  return (
    <svg
      className={css["picture"]}
      viewBox={`${x - marginPx} ${y - marginPx} ${width + 2 * marginPx} ${height + 2 * marginPx}`}
      aria-hidden="true"
    >
      {linesOf(map, rects).map(({ key, tone, curves }) => (
        <path key={key} className={css["line"]} data-tone={tone} d={curves.map(pathOf).join("")} />
      ))}
      {[...rects].map(([id, rect]) => (
        <g key={id} data-kind={getAs(viewOf(map), "card", id)?.kind}>
          <rect className={css["card"]} {...rect} rx={14} />
          <path className={css["text"]} d={strokes(rect)} />
        </g>
      ))}
    </svg>
  );
}

function rectsOf(map: PlainMap): ReadonlyMap<CardId, Rect> {
  const rects = new Map<CardId, Rect>();
  for (const [id, [x, y]] of map.positions) {
    const card = map.records.get(id);
    if (card?.type !== "card") continue;
    const { width, height } = cardBox(card, () => undefined);
    rects.set(id, { x, y, width, height });
  }
  return rects;
}

type DrawnLine = Readonly<{ key: string; tone: string; curves: readonly Curve[] }>;

function linesOf(map: PlainMap, rects: ReadonlyMap<CardId, Rect>): readonly DrawnLine[] {
  return [...map.records.values()].flatMap((record) => linesOfRecord(record, map, rects));
}

function linesOfRecord(
  record: MapRecord,
  map: PlainMap,
  rects: ReadonlyMap<CardId, Rect>,
): readonly DrawnLine[] {
  const between = (tone: string, a: CardId, b: CardId): readonly DrawnLine[] => {
    const [from, to] = [rects.get(a), rects.get(b)];
    if (!from || !to) return [];
    const geometry = tone === "conflict" ? conflictGeometry(from, to) : linkGeometry(from, to);
    return [{ key: `${tone} ${a} ${b}`, tone, curves: curvesOf(geometry) }];
  };
  switch (record.type) {
    case "argument": {
      const lookup = {
        argument: (id: ArgumentId) => getAs({ get: (other) => map.records.get(other) }, "argument", id),
        cardBox: (id: CardId) => rects.get(id),
      };
      const geometry = geometryOf(record.id, lookup);
      const tone = record.target.type === "argument" ? "undercut" : record.polarity;
      return geometry ? [{ key: record.id, tone, curves: curvesOf(geometry) }] : [];
    }
    case "conflict":
      return between("conflict", ...record.members);
    case "card": {
      const answers = record.answers.flatMap((question) => between("answer", record.id, question));
      return record.parent ? [...answers, ...between("answer", record.id, record.parent)] : answers;
    }
    case "source":
    case "group":
    case "step":
    case "presentation":
      return [];
  }
}

function pathOf({ from, control1, control2, to }: Curve): string {
  return `M${from}C${control1} ${control2} ${to}`;
}

/** Lines of text that cannot be read at this size. */
function strokes({ x, y, width, height }: Rect): string {
  const first = y + height - lineGapPx - 4;
  return `M${x + 24} ${first - lineGapPx}h${width - 72}M${x + 24} ${first}h${width - 128}`;
}
