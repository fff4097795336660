const anHourMs = 3_600_000;

/** How many MiB more an hour, by least squares; of fewer than two figures there is no trend. */
export function slopePerHour(
  samples: readonly Readonly<{ atMs: number; residentMib: number | undefined }>[],
): number | undefined {
  const points = samples.flatMap(({ atMs, residentMib }) =>
    residentMib === undefined ? [] : [[atMs / anHourMs, residentMib] as const],
  );
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) return undefined;
  return points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
