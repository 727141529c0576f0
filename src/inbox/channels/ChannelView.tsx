import type { ChannelViewProps } from './channel-view-props.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const ChatView = lazyPart(() => import('./ChatView.tsx'));
const InvitationView = lazyPart(() => import('./InvitationView.tsx'));
const LetterView = lazyPart(() => import('./LetterView.tsx'));
const SmsView = lazyPart(() => import('./SmsView.tsx'));
const VoiceView = lazyPart(() => import('./VoiceView.tsx'));

/** A message as its channel shows it. Each channel is a chunk of its own. */
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
