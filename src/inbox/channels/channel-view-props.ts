/** What the views of the channels are given, mail apart. */
import type { LaidBlock } from '../../core/scenario/layout/blocks.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';

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
