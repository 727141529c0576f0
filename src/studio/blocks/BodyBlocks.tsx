import './blocks.css';
import { itemsOf, valueAt } from '../../core/draft/json.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';
import { BlockList } from './BlockList.tsx';

interface BodyBlocksProps {
  /** Leads from the message to the body. */
  readonly path: Path;
  readonly label: string;
}

/** The blocks of a body in their order, those in boxes too: their words in both languages, and where they stand. */
export function BodyBlocks({ path, label }: BodyBlocksProps) {
  const { t } = useSentences('studio');
  const { message } = useEditing();
  if (message === undefined) return null;
  const body = itemsOf(valueAt(message.value, path));
  return (
    <section className="studio-blocks" aria-label={label}>
      <h3>{label}</h3>
      <BlockList list={path} blocks={body} body={body} isPage={path[0] === 'pages'} depth={0} number="" />
      <p className="studio-hint studio-keyhint">
        <kbd>Alt</kbd>
        <kbd>Shift</kbd>
        <kbd>↑</kbd>
        <kbd>↓</kbd>
        <span>{t('block.keys')}</span>
      </p>
    </section>
  );
}
