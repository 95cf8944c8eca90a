/** Brings the file that pack-digits.ts has made. */
export async function fetchDigits(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL("../digits.bin", import.meta.url));
  if (!response.ok) throw new Error(`the server says ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers say that the file is compressed, and then the browser has unpacked it.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
