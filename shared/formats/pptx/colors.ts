/** A colour as the file writes it: `#a1b2c3` as `A1B2C3`. */
export function hex(color: string): string {
  return color.slice(1, 7).toUpperCase();
}
