/** The bytes of a picture at an address of this page; undefined if it cannot be read. */
export async function pictureBytes(address: string): Promise<Uint8Array | undefined> {
  const data = /^data:[^,]*;base64,(.*)$/s.exec(address)?.[1];
  if (data !== undefined) return Uint8Array.from(atob(data), (sign) => sign.codePointAt(0) ?? 0);
  try {
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    // Offline: the studio shows the place of the picture without it.
    return undefined;
  }
}
