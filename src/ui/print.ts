/** Opens every closed `<details>` for printing and closes it again afterwards: nobody can click on paper. */
export function unfoldForPrint(page: Window): void {
  let folded: readonly HTMLDetailsElement[] = [];
  page.addEventListener('beforeprint', () => {
    folded = [...page.document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of folded) details.open = true;
  });
  page.addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
    folded = [];
  });
}
