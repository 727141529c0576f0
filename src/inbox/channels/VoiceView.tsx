import './channels.css';
import type { SealedOf } from '../../core/scenario/format/message.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { Body } from '../message/Body.tsx';
import { useChannelFields } from './channel-fields.ts';
import { ChannelField } from './ChannelField.tsx';
import { ChannelRows } from './ChannelRows.tsx';
import type { ChannelViewProps } from './channel-view-props.ts';

const rows = ['number', 'length', 'date'] as const;
const bars = 48;

/** A voice message: the caller, a drawn player with its length that plays nothing, and the transcript. */
export default function VoiceView(props: ChannelViewProps<SealedOf<'voice'>>) {
  const { message, body, clock, assets, heading: Heading, takesFocus } = props;
  const { t, words } = useChannelFields(message, clock);
  return (
    <div className="channel voice">
      <p className="channel-kind">{t('kind.voice')}</p>
      <Heading className="channel-title" tabIndex={-1} ref={takesFocus ? focusOnce : undefined}>
        <ChannelField message={message} clock={clock} field="caller" />
      </Heading>
      <ChannelRows message={message} clock={clock} fields={rows} />
      <div className="player" aria-hidden="true">
        <svg width="36" height="36" viewBox="0 0 36 36" focusable="false">
          <circle cx="18" cy="18" r="17" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M14 11l12 7-12 7z" fill="currentColor" />
        </svg>
        <svg className="wave" viewBox={`0 0 ${bars * 4} 32`} preserveAspectRatio="none" focusable="false">
          <path d={waveOf(message.id)} stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
        <span>{words.length}</span>
      </div>
      <p className="soft">{t('silent')}</p>
      <div className="transcript">
        <p className="transcript-title">{t('transcript')}</p>
        <Body blocks={body} assets={assets} />
      </div>
    </div>
  );
}

/** Bars that depend on the id alone, so that they give nothing away. */
function waveOf(id: string): string {
  let seed = [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 7);
  return Array.from({ length: bars }, (_, index) => {
    seed = (seed * 75 + 74) % 65_537;
    const height = 3 + (seed % 12);
    return `M${index * 4 + 2} ${16 - height}V${16 + height}`;
  }).join('');
}
