/** The addresses of scripts that the page's policy lets the game name (Trusted Types). */
import type { reloadWorkerFile } from '../lms/reload-message.ts';

/** A worker's address, as `register` takes it; browsers without Trusted Types take it as it is. To be called once in a page. */
export function workerAddress(address: 'service-worker.js' | typeof reloadWorkerFile): string | URL {
  const rules = { createScriptURL: () => address };
  return globalThis.trustedTypes?.createPolicy('mikiwame', rules).createScriptURL(address) ?? address;
}

declare global {
  /** Trusted Types are not in lib.dom.d.ts. What `createScriptURL` gives is taken in the place of an address. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var trustedTypes:
    | {
        readonly createPolicy: (
          name: string,
          rules: { readonly createScriptURL: (address: string) => string },
        ) => { readonly createScriptURL: (address: string) => URL };
      }
    | undefined;
}
