export function whyNotRun(
  name: string,
  outcome: { readonly error?: Error | undefined; readonly signal?: string | null },
): string | undefined;
