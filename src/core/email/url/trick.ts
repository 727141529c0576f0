/** What may be remarkable about a URL. Each trick is a description, not a verdict: honest URLs have some of them too. */

/** A glyph and the one it imitates. The glyph may be two letters, as in rn for m. */
export interface GlyphPair {
  readonly character: string;
  readonly looksLike: string;
}

/** One remarkable thing about a URL. */
export type Trick =
  /** A name the reader knows, or an ending such as co.jp, is left of the registrable domain; `pretends` as written. */
  | { readonly kind: 'brandInSubdomain'; readonly pretends: string; readonly domain: string }
  /** The end of the host and the start of the path look like one suffix: `.co` and `/jp/`. */
  | {
      readonly kind: 'suffixLikePath';
      readonly pretends: string;
      readonly domain: string;
      readonly folder: string;
    }
  | { readonly kind: 'userinfo'; readonly userinfo: string; readonly host: string }
  | { readonly kind: 'ipHost'; readonly written: string; readonly ip: string }
  | { readonly kind: 'punycode'; readonly written: string; readonly reads: string }
  | { readonly kind: 'mixedScript'; readonly label: string; readonly scripts: string }
  | {
      readonly kind: 'lookAlike';
      readonly host: string;
      readonly pretends: string;
      readonly pairs: readonly GlyphPair[];
      readonly shown: string;
    }
  /** One letter added, lost, changed or swapped in comparison with a known name. */
  | { readonly kind: 'misspelling'; readonly domain: string; readonly known: string }
  | {
      readonly kind: 'addedWord';
      readonly domain: string;
      readonly known: string;
      readonly added: string;
      readonly hyphenated: boolean;
    }
  | { readonly kind: 'otherSuffix'; readonly domain: string; readonly known: string }
  /** A URL in the parameters, to which many services redirect. */
  | {
      readonly kind: 'redirector';
      readonly host: string;
      readonly parameter: string;
      readonly target: string;
    }
  /** A known domain stands after the host, where it says nothing about the owner. */
  | {
      readonly kind: 'nameAfterHost';
      readonly name: string;
      /** What it stands after: `/`, `\\`, `?` or `#`. */
      readonly sign: string;
      readonly host: string;
    }
  | { readonly kind: 'shortener'; readonly host: string }
  | { readonly kind: 'encodedParts'; readonly written: string; readonly reads: string }
  | { readonly kind: 'widthFolded'; readonly written: string; readonly reads: string }
  | { readonly kind: 'backslash' }
  | { readonly kind: 'overLong'; readonly length: number }
  | { readonly kind: 'dataUrl'; readonly mediaType: string }
  | { readonly kind: 'javascriptUrl' }
  | { readonly kind: 'http' }
  | { readonly kind: 'oddPort'; readonly port: string }
  /** No browser opens it: the port does not exist, there is no host, or the host is unreadable. */
  | { readonly kind: 'impossiblePort'; readonly port: string }
  | { readonly kind: 'noHost' }
  /** Browsers accept the name, but nobody can register it. */
  | { readonly kind: 'impossibleName'; readonly written: string }
  /** The name is rented from a company, not bought from a registry. */
  | { readonly kind: 'rentedName'; readonly domain: string; readonly suffix: string }
  | { readonly kind: 'unreadable'; readonly written: string };
