/** The links of the open message, for every component that draws one. */
import { createContext, use } from 'react';

interface Links {
  readonly urlOf: (link: string) => string | undefined;
  /** Opens the lens beside the given element. */
  readonly onInspect: (link: string, beside: Element) => void;
}

/** The links of the message around; without a provider there are none. */
export const LinksContext = createContext<Links>({ urlOf: () => undefined, onInspect: () => undefined });

/** The links of the message around. */
export const useLinks = (): Links => use(LinksContext);
