const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes as text in base 64 (RFC 4648), as addresses of data have them. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      digits.charAt(bits >> 18) +
        digits.charAt((bits >> 12) & 63) +
        (b === undefined ? "=" : digits.charAt((bits >> 6) & 63)) +
        (c === undefined ? "=" : digits.charAt(bits & 63)),
    );
  }
  return parts.join("");
}
