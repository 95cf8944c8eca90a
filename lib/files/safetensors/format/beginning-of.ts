const LFS = "version https://git-lfs";

/** How a file begins that is none of this format: its text, or its bytes. */
export function beginningOf(bytes: Uint8Array): string {
  const first = new Uint8Array(bytes.subarray(0, 48));
  const text = new TextDecoder().decode(first);
  if (text.startsWith(LFS)) return "as a git-lfs pointer: fetch the file it points to";
  if (/^[\s\x20-\x7e]*$/.test(text)) return JSON.stringify(text);
  return Array.from(first.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
