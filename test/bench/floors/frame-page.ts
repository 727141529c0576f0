/** The least that a page needs to hold the game in a frame. */
export function framePage(address: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A page around the game</title>
  </head>
  <body style="margin: 0">
    <iframe src="${address}" title="Mikiwame" style="width: 100%; height: 780px; border: 0"></iframe>
  </body>
</html>
`;
}
