/**
 * The `keyCode` of a key that the input method handles. Safari reports the Enter that ends a composition only in
 * this way.
 */
const takenByInputMethod = 229;

/**
 * Whether an input method (used to type Japanese) handles the key. Such a key must neither submit nor press
 * anything.
 */
export const isComposing = ({
  key,
  nativeEvent,
}: {
  readonly key: string;
  readonly nativeEvent: KeyboardEvent;
}): boolean =>
  // oxlint-disable-next-line typescript/no-deprecated -- Safari has no newer way to tell the Enter that ends a
  // composition
  nativeEvent.isComposing || (key === 'Enter' && nativeEvent.keyCode === takenByInputMethod);
