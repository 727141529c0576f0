/** A text as a QR code, ready to be drawn. */
import newQrCode from 'qrcode-generator';
import { bytesOf } from '../../core/url/utf8.ts';
import { mostQrBytes } from '../../core/scenario/check/qr.ts';

export interface QrSymbol {
  /** Modules along one side, with the quiet zone. */
  readonly side: number;
  /** The dark modules, as an SVG path in units of one module. */
  readonly path: string;
}

/** Modules left free all around, without which no reader finds the symbol (ISO/IEC 18004). */
const quietZone = 4;

// The package would write each character as one byte of Latin-1.
newQrCode.stringToBytes = (text) => [...bytesOf(text)];

/** The smallest symbol at error correction level M; undefined where even the largest cannot hold the text. */
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
