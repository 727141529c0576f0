/** The steps in which a package is made, in their order. */
export const steps = ['check', 'game', 'pack'] as const;
/** One of them. */
export type Step = (typeof steps)[number];
