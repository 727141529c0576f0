/** The links of the open message, for every piece that leads somewhere. */
import { createContext, use } from 'react';

interface Links {
  readonly urlOf: (link: string) => string | undefined;
  readonly onInspect: (link: string) => void;
}

export const LinksContext = createContext<Links>({ urlOf: () => undefined, onInspect: () => undefined });

export const useLinks = (): Links => use(LinksContext);
