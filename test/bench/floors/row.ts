/** One line of the list that both floors draw. */
export interface Row {
  readonly from: string;
  readonly subject: string;
  readonly time: string;
}
