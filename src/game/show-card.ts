/** Brings the card of an id into sight and gives it the focus, unfolding what hides it. */
export function showCard(id: string): void {
  const card = document.getElementById(id);
  // A card that is folded away has no place to scroll to.
  const fold = card?.closest('details');
  if (fold) fold.open = true;
  card?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  card?.focus({ preventScroll: true });
}
