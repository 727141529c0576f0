/** The bytes in a value read from storage; undefined if it has none. */
export const bytesFrom = (value: unknown): Uint8Array | undefined =>
  ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : undefined;
