/** The path of something in a pack's folder, from the path of its pack.json. */
export function besidePack(packFile: string, name: string): string {
  return packFile.replace(/pack\.json$/, name);
}
