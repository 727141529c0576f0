import { lazy } from 'react';
import type { LaidBlock } from '../core/scenario/body.ts';
import type { SealedMessage } from '../core/scenario/schema.ts';

const ChatView = lazy(() => import('./ChatView.tsx'));
const InvitationView = lazy(() => import('./InvitationView.tsx'));
const LetterView = lazy(() => import('./LetterView.tsx'));
const SmsView = lazy(() => import('./SmsView.tsx'));
const VoiceView = lazy(() => import('./VoiceView.tsx'));

/** A message that is no mail. */
export type OtherMessage = Exclude<SealedMessage, { channel: 'mail' }>;

/** What the view of a channel is given. */
export interface ChannelViewProps<Shown extends OtherMessage = OtherMessage> {
  readonly message: Shown;
  readonly body: readonly LaidBlock[];
  /** Now, in the inbox. */
  readonly clock: string;
  /** Where the pack's pictures lie, ending in a slash. */
  readonly assets: string;
  /** The level its heading stands at on the screen. */
  readonly heading: 'h2' | 'h4';
  /** Whether that heading takes the focus when it appears. */
  readonly takesFocus?: boolean;
}

/** A message as its channel shows it; each channel is its own chunk. */
export default function ChannelView({ message, ...around }: ChannelViewProps) {
  switch (message.channel) {
    case 'sms':
      return <SmsView message={message} {...around} />;
    case 'chat':
      return <ChatView message={message} {...around} />;
    case 'invitation':
      return <InvitationView message={message} {...around} />;
    case 'voice':
      return <VoiceView message={message} {...around} />;
    case 'letter':
      return <LetterView message={message} {...around} />;
  }
}
