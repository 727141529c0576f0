import type { Block } from '../../core/scenario/format/block.ts';
import { cutUrl } from '../../core/url/url-parts.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { LinkTool } from './LinkTool.tsx';

interface RemotePictureProps {
  readonly block: Extract<Block, { kind: 'remote' }>;
  readonly region: string;
}

/** The frame of a picture on another server: its words, its server, and why it is not there. Nothing is asked for. */
export function RemotePicture({ block, region }: RemotePictureProps) {
  const { t, language } = useLanguage();
  const { url, state, alt, link, width, height } = block;
  const words = alt === undefined ? t('twins.part.image') : pick(alt, language);
  return (
    <>
      <Flaggable region={region}>
        <span className="remote" data-link={link} style={{ width, minHeight: height }}>
          <span>{words}</span>
          <span className="remote-note">
            <span>{`${t(`picture.${state}`)} `}</span>
            <span className="remote-host">{cutUrl(url).host}</span>
          </span>
        </span>
      </Flaggable>
      {link !== undefined && <LinkTool link={link} text={words} />}
    </>
  );
}
