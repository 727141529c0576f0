import { lazy } from 'react';
import type { ChannelViewProps } from './channel-view-props.ts';

const ChatView = lazy(() => import('./ChatView.tsx'));
const InvitationView = lazy(() => import('./InvitationView.tsx'));
const LetterView = lazy(() => import('./LetterView.tsx'));
const SmsView = lazy(() => import('./SmsView.tsx'));
const VoiceView = lazy(() => import('./VoiceView.tsx'));

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
