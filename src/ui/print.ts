/** What is folded away is unfolded for paper, where nobody can press it, and folded again afterwards. */
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
