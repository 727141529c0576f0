import type { ReactNode } from 'react';
import type { Block } from '../../core/scenario/format/block.ts';
import type { LaidBlock } from '../../core/scenario/layout/blocks.ts';
import { cutUrl } from '../../core/url/url-parts.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { LinkTool } from './LinkTool.tsx';

type Remote = Extract<Block, { kind: 'remote' }>;

interface RemotePictureProps {
  readonly block: Remote;
  readonly region: string;
  /** Whether a note beside it already says where it would come from and why it is not there. */
  readonly isNoted?: boolean;
}

/** The frame of a picture on another server: its words, its server, and why it is not there. Nothing is asked for. */
export function RemotePicture({ block, region, isNoted = false }: RemotePictureProps) {
  const { t, language } = useLanguage();
  const { alt, link, width, height } = block;
  const words = alt === undefined ? t('twins.part.image') : pick(alt, language);
  return (
    <>
      <Flaggable region={region}>
        <span
          className={isNoted ? 'remote noted' : 'remote'}
          data-link={link}
          style={isNoted ? { minWidth: width } : { width, minHeight: height }}
        >
          <span>{words}</span>
          {!isNoted && <Note picture={block} />}
        </span>
      </Flaggable>
      {link !== undefined && <LinkTool link={link} text={words} />}
    </>
  );
}

/** CSS pixels. The frame of an icon has no room to say why it is empty; its look says so. */
const leastSide = 64;

/** Why a picture is not there, and its server. */
function Note({ picture: { state, url, width = leastSide } }: { readonly picture: Remote }) {
  const { t } = useLanguage();
  return (
    <span className="remote-note">
      <span className={width < leastSide ? 'visually-hidden' : undefined}>{`${t(`picture.${state}`)} `}</span>
      <span className="remote-host">{cutUrl(url).host}</span>
    </span>
  );
}

interface RemoteRowProps {
  readonly pictures: readonly LaidBlock[];
  /** The row as it is drawn if its pictures need notes of their own. */
  readonly children: ReactNode;
}

/** A row of pictures. One note serves all if none of them is there and all would come from one server. */
export function RemoteRow({ pictures, children }: RemoteRowProps) {
  const remote = pictures.flatMap(({ block, parts: [part] }) =>
    block.kind === 'remote' && block.areas === undefined && part !== undefined
      ? [{ block, region: part.key }]
      : [],
  );
  const [first, ...others] = remote;
  const isAlike =
    first !== undefined &&
    remote.length === pictures.length &&
    others.every(({ block }) => sourceOf(block) === sourceOf(first.block));
  if (!isAlike) return children;
  return (
    <>
      {remote.map(({ block, region }, index) => (
        <div key={index} className="picture">
          <RemotePicture block={block} region={region} isNoted />
        </div>
      ))}
      <p className="row-note">
        <Note picture={first.block} />
      </p>
    </>
  );
}

const sourceOf = ({ state, url }: Remote): string => `${state} ${cutUrl(url).host}`;
