/** Whether macOS or Windows creates files of this name by itself, in folders and in zips. */
export const isDropping = (name: string): boolean =>
  /^(\.ds_store|\._.*|__macosx|thumbs\.db|ehthumbs\.db|desktop\.ini)$/i.test(name);
