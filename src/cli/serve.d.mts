export declare function serve(options: {
  /** The built folder. */
  readonly folder: string;
  /** 0 takes any. */
  readonly port: number;
}): Promise<{ readonly address: string; readonly close: () => void }>;
