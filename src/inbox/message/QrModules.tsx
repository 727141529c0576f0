import { useMemo } from 'react';
import { qrSymbol } from './qr-symbol.ts';

/** The modules of a QR code. Dark on white in every theme, because not every reader accepts inverted codes. */
export default function QrModules({ text }: { readonly text: string }) {
  const symbol = useMemo(() => qrSymbol(text), [text]);
  if (symbol === undefined) return null;
  return (
    <svg
      viewBox={`0 0 ${symbol.side} ${symbol.side}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
      focusable="false"
    >
      <path d={symbol.path} fill="#000" />
    </svg>
  );
}
