/** The addresses of scripts that the page's policy lets the game name (Trusted Types). */

type Policy = { readonly createScriptURL: (address: string) => URL };
let policy: Policy | undefined;

/** A worker's address, as `register` and `Worker` take it; browsers without Trusted Types take it as it is. */
export function scriptAddress(address: string): string | URL {
  // A page may make the policy only once.
  policy ??= globalThis.trustedTypes?.createPolicy('mikiwame', { createScriptURL: ofThisSite });
  return policy?.createScriptURL(address) ?? address;
}

function ofThisSite(address: string): string {
  if (new URL(address, document.baseURI).origin !== new URL(document.baseURI).origin)
    throw new TypeError('a script of another site');
  return address;
}

declare global {
  /** Trusted Types are not in lib.dom.d.ts. What `createScriptURL` gives is taken in the place of an address. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var trustedTypes:
    | {
        readonly createPolicy: (
          name: string,
          rules: { readonly createScriptURL: (address: string) => string },
        ) => Policy;
      }
    | undefined;
}
