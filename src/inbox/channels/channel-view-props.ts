/** Props of the channel views (all but mail). */
import type { LaidBlock } from '../../core/scenario/layout/blocks.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';

/** Any message other than mail. */
export type OtherMessage = Exclude<SealedMessage, { channel: 'mail' }>;

/** Props of a channel's view. */
export interface ChannelViewProps<Shown extends OtherMessage = OtherMessage> {
  readonly message: Shown;
  readonly body: readonly LaidBlock[];
  /** The current time in the inbox, ISO 8601. */
  readonly clock: string;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  /** The heading level of the title on this screen. */
  readonly heading: 'h2' | 'h4';
  /** Whether the title takes the focus when it appears. */
  readonly takesFocus?: boolean;
}
