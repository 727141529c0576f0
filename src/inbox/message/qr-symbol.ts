/** Encodes a text as a QR code, ready to draw. */
import newQrCode from 'qrcode-generator';
import { bytesOf } from '../../core/url/utf8.ts';
import { mostQrBytes } from '../../core/scenario/format/vocabulary.ts';

/** A QR code as a square with a path. */
export interface QrSymbol {
  /** Modules per side, including the quiet zone. */
  readonly side: number;
  /** The dark modules as an SVG path; one module is one unit. */
  readonly path: string;
}

/** Empty modules on each side. Readers need them to find the symbol (ISO/IEC 18004). */
const quietZone = 4;

// By default the package writes each character as one byte of Latin-1.
newQrCode.stringToBytes = (text) => [...bytesOf(text)];

/** The smallest symbol at error correction level M; undefined if the text does not fit into the largest. */
export function qrSymbol(text: string): QrSymbol | undefined {
  if (bytesOf(text).length > mostQrBytes) return undefined;
  const code = newQrCode(0, 'M');
  code.addData(text);
  code.make();
  const modules = Array.from({ length: code.getModuleCount() }, (_, index) => index);
  const path = modules
    .flatMap((row) =>
      modules
        .filter((column) => code.isDark(row, column))
        .map((column) => `M${column + quietZone} ${row + quietZone}h1v1h-1z`),
    )
    .join('');
  return { side: modules.length + 2 * quietZone, path };
}
