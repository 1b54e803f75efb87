/** The median of the finite values; the lower of two in the middle. */
export function median(values) {
  return percentile(values, 0.5);
}

/** The value below or at which `share` (0 to 1) of the finite values lie. `NaN` if there are none. */
export function percentile(values, share) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[Math.floor((sorted.length - 1) * share)];
}
