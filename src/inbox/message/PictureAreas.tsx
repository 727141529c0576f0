import type { ReactNode } from 'react';
import type { Block } from '../../core/scenario/format/block.ts';
import { linkRegion } from '../../core/scenario/layout/block-kinds.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { LinkTool } from './LinkTool.tsx';

type PictureAreas = NonNullable<Extract<Block, { kind: 'image' }>['areas']>;

interface MappedPictureProps {
  readonly areas: PictureAreas | undefined;
  readonly children: ReactNode;
}

/** A picture, and over it the places that are links of their own. */
export function MappedPicture({ areas, children }: MappedPictureProps) {
  if (areas === undefined) return children;
  return (
    <span className="mapped">
      {children}
      <Areas areas={areas} isOver />
    </span>
  );
}

interface AreasProps {
  readonly areas: PictureAreas;
  /** Whether the picture is drawn, so that they lie over it. */
  readonly isOver?: boolean;
}

/** The places of a picture: over it, or one after the other where it is not there. */
export function Areas({ areas, isOver = false }: AreasProps) {
  const { language } = useLanguage();
  return areas.map(({ link, label, left, top, width, height }, index) => (
    <span
      key={index}
      className="area"
      {...(isOver && {
        style: { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` },
      })}
    >
      <Flaggable region={linkRegion(link)}>
        <span className="area-label" data-link={link}>
          {pick(label, language)}
        </span>
      </Flaggable>
      <LinkTool link={link} text={pick(label, language)} />
    </span>
  ));
}
