/**
 * What of an SVG file must not go into a site: anything that runs, loads or refers to another place. A list of what is allowed, over
 * a strict XML parser, so that no spelling, prefix, entity or encoding hides what a browser would find.
 */
import {
  parseXml,
  XmlCdata,
  XmlDeclaration,
  XmlDocumentType,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
} from '@rgrove/parse-xml';
import type { Localized } from '../scenario/format/text.ts';
import { shown } from '../scenario/read/shown.ts';

/** In characters. A longer SVG is refused without reading it. */
export const longestSvg = 1_000_000;

/** The first thing wrong with the text of an SVG file, or undefined. */
export function svgFlaw(given: string): Localized | undefined {
  if (given.length > longestSvg) {
    return {
      ja: `長すぎます（${given.length} 文字）。${longestSvg} 文字以下にしてください。`,
      en: `It is too long: ${given.length} characters, and ${longestSvg} are allowed.`,
    };
  }
  // XML 1.0, 2.11 asks for this. The parser does it too, but then takes quadratic time to find its offsets.
  const text = given.replace(/\r\n?/g, '\n');
  const document = documentOf(text);
  if (document === undefined) {
    if (/<!DOCTYPE/i.test(text)) return mayNot('<!DOCTYPE>');
    return {
      ja: 'SVGとして読めません。描画ソフトで開き、SVGとして保存し直してください。',
      en: 'It cannot be read as SVG. Open it in a drawing program and save it as SVG again.',
    };
  }
  const found = firstFlaw(document.children);
  if (found === undefined) return undefined;
  const line = text.slice(0, found.node.start).split('\n').length;
  return { ja: `${line}行目：${found.text.ja}`, en: `Line ${line}: ${found.text.en}` };
}

function documentOf(text: string) {
  try {
    return parseXml(text, {
      includeOffsets: true,
      preserveCdata: true,
      preserveDocumentType: true,
      preserveXmlDeclaration: true,
    });
  } catch {
    // Whatever is not well-formed, or nested too deep for the parser, is not read: the caller says so.
    return undefined;
  }
}

interface Found {
  readonly node: XmlNode;
  readonly text: Localized;
}

/** Prefix → namespace; the empty prefix is that of names without one. */
type Scope = ReadonlyMap<string, string>;

const namespaces = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** Namespaces of drawing programs' own notes. Browsers ignore them. */
const inert =
  /^(http:\/\/www\.inkscape\.org\/namespaces\/inkscape|http:\/\/sodipodi\.sourceforge\.net\/DTD\/sodipodi-0\.dtd|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|http:\/\/purl\.org\/dc\/elements\/1\.1\/|http:\/\/creativecommons\.org\/ns#|http:\/\/web\.resource\.org\/cc\/|http:\/\/www\.bohemiancoding\.com\/sketch\/ns|http:\/\/www\.serif\.com\/|http:\/\/www\.figma\.com\/figma\/ns|http:\/\/vectornator\.io|http:\/\/ns\.adobe\.com\/.*|http:\/\/www\.openswatchbook\.org\/uri\/2009\/osb)$/;

/** Elements that draw something, or change how it is drawn, using this file only. */
const elements = new Set(
  [
    'svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath',
    'linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer feComposite',
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR',
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
    'animate animateMotion animateTransform mpath set',
  ].flatMap((line) => line.split(' ')),
);

/** What stands outside the root, then the root and what is in it, in the order of the file. */
function firstFlaw(nodes: readonly XmlNode[]): Found | undefined {
  for (const node of nodes) {
    const found =
      node instanceof XmlElement
        ? (rootFlaw(node) ?? elementFlaw(node, new Map([['xml', namespaces.xml]])))
        : otherFlaw(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

function rootFlaw(root: XmlElement): Found | undefined {
  const { prefix, local } = parts(root.name);
  return local === 'svg' && scopeIn(root, new Map()).get(prefix) === namespaces.svg
    ? undefined
    : {
        node: root,
        text: {
          ja: 'いちばん外側が <svg xmlns="http://www.w3.org/2000/svg"> ではありません。',
          en: 'The outermost element is not <svg xmlns="http://www.w3.org/2000/svg">.',
        },
      };
}

function otherFlaw(node: XmlNode): Found | undefined {
  if (node instanceof XmlDocumentType) return { node, text: mayNot('<!DOCTYPE>') };
  if (node instanceof XmlProcessingInstruction) return { node, text: mayNot(`<?${node.name}?>`) };
  if (node instanceof XmlCdata) return { node, text: mayNot('<![CDATA[ ]]>') };
  if (node instanceof XmlDeclaration) {
    const isPlain = node.version === '1.0' && /^(utf-8)?$/i.test(node.encoding ?? '');
    return isPlain
      ? undefined
      : {
          node,
          text: {
            ja: 'XML 1.0、文字コード UTF-8 で保存し直してください。',
            en: 'Save it again as XML 1.0 in the encoding UTF-8.',
          },
        };
  }
  return undefined;
}

function elementFlaw(element: XmlElement, around: Scope): Found | undefined {
  const scope = scopeIn(element, around);
  const { prefix, local } = parts(element.name);
  const namespace = scope.get(prefix) ?? '';
  const isSvg = namespace === namespaces.svg;
  const flaw = (isSvg ? elements.has(local) : inert.test(namespace))
    ? attributesFlaw(element, scope)
    : mayNot(`<${shown(element.name)}>`);
  if (flaw !== undefined) return { node: element, text: flaw };
  if (isSvg && local === 'style') return styleFlaw(element);
  for (const child of element.children) {
    const found = child instanceof XmlElement ? elementFlaw(child, scope) : otherFlaw(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function styleFlaw(element: XmlElement): Found | undefined {
  const other = element.children.find(
    (child) => child instanceof XmlElement || child instanceof XmlProcessingInstruction,
  );
  const text = other === undefined ? cssFlaw(element.text) : mayNot('<style>');
  return text && { node: element, text };
}

function attributesFlaw({ attributes }: XmlElement, scope: Scope): Localized | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    const flaw = attributeFlaw(name, value, scope);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function attributeFlaw(name: string, value: string, scope: Scope): Localized | undefined {
  const { prefix, local } = parts(name);
  if (name === 'xmlns' || prefix === 'xmlns') return undefined;
  if (/^on/i.test(local)) return mayNot(shown(name));
  const namespace = prefix === '' ? '' : scope.get(prefix);
  switch (namespace) {
    case '':
      return local.toLowerCase() === 'href' ? hrefFlaw(name, value) : plainFlaw(local, value);
    case namespaces.xlink:
      return local.toLowerCase() === 'href' ? hrefFlaw(name, value) : undefined;
    case namespaces.xml:
      return /^(space|lang|id)$/.test(local) ? undefined : mayNot(name);
    default:
      return namespace !== undefined && inert.test(namespace) ? undefined : mayNot(shown(name));
  }
}

const hrefFlaw = (name: string, value: string): Localized | undefined =>
  /^#[^\s]+$/.test(value) ? undefined : mayNot(`${name}="${shown(value)}"`);

function plainFlaw(name: string, value: string): Localized | undefined {
  // No browser reads these as a style or an address.
  if (/^(id|class|data-.*|aria-.*)$/.test(name)) return undefined;
  if (name === 'attributeName' && !isAnimated(value.trim())) return mayNot(`attributeName="${shown(value)}"`);
  return cssFlaw(value);
}

/** Whether an animation may change what an attribute of this name says. */
const isAnimated = (name: string): boolean => /^(?!on|href$|style$|class$)[a-z][a-z-]*$/i.test(name);

/** The part of a style that refers to another file, or that is escaped so that it might. */
function cssFlaw(css: string): Localized | undefined {
  const rest = css.replaceAll(/\burl\(\s*(["']?)#[^"'()\\\s]+\1\s*\)/gi, '');
  const [found] =
    /\\|@(?!media\b|supports\b|keyframes\b)[\w-]*|\b(?:url|src|image|image-set|-webkit-image-set|cross-fade|element|expression)\(/i.exec(
      rest,
    ) ?? [];
  return found === undefined ? undefined : mayNot(found);
}

function scopeIn({ attributes }: XmlElement, around: Scope): Scope {
  const declared = Object.entries(attributes).flatMap(
    ([name, value]): readonly (readonly [string, string])[] => {
      if (name === 'xmlns') return [['', value]];
      return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [];
    },
  );
  return declared.length === 0 ? around : new Map([...around, ...declared]);
}

function parts(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(colon, 0)), local: name.slice(colon + 1) };
}

const mayNot = (what: string): Localized => ({
  ja: `「${what}」は使えません。配る画像は、何かを実行したり、ほかから読み込んだりできないものだけです。`,
  en: `“${what}” is not allowed: a picture that is handed out may neither run anything nor load from elsewhere.`,
});
