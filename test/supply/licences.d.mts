export declare function licencesIn(lock: string): {
  readonly counts: ReadonlyMap<string, number>;
  readonly refused: readonly string[];
};
