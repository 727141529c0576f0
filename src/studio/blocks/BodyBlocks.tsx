import './blocks.css';
import { type JsonValue, memberOf } from '../../core/draft/json.ts';
import { changesOf, textRows } from '../../core/draft/texts.ts';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import { useSentences } from '../../i18n/setup.ts';
import { insert, remove, set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { itemsOf } from '../mark/authored-marks.ts';
import { addableKinds, addedBlock } from './new-block.ts';

/** The blocks of the body in their order: their words in both languages, and where they stand. */
export function BodyBlocks() {
  const { t } = useSentences('studio');
  const { message, change } = useEditing();
  if (message === undefined) return null;
  const blocks = itemsOf(memberOf(message.value, 'body'));
  return (
    <section className="studio-blocks" aria-label={t('block.all')}>
      <h3>{t('block.all')}</h3>
      <ol>
        {blocks.map((block, index) => (
          <Block key={index} block={block} index={index} count={blocks.length} />
        ))}
      </ol>
      <div className="studio-acts" role="group" aria-label={t('block.add')}>
        {addableKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="studio-button small"
            onClick={() => change(addedBlock(message.value, kind, blocks.length))}
          >
            {t(`block.plus.${kind}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

interface BlockProps {
  readonly block: JsonValue;
  readonly index: number;
  readonly count: number;
}

function Block({ block, index, count }: BlockProps) {
  const { t } = useSentences('studio');
  const { change } = useEditing();
  const kind = memberOf(block, 'kind');
  const name = t('block.name', { number: index + 1 });
  const move = (to: number): boolean => change([remove(['body', index]), insert(['body', to], block)]);
  return (
    <li>
      <div className="studio-block-head">
        <span>{name}</span>
        <span translate="no">{typeof kind === 'string' ? kind : ''}</span>
        <button
          type="button"
          className="studio-button small"
          disabled={index === 0}
          aria-label={t('block.up', { name })}
          onClick={() => move(index - 1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="studio-button small"
          disabled={index === count - 1}
          aria-label={t('block.down', { name })}
          onClick={() => move(index + 1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="studio-button small danger"
          disabled={count === 1}
          aria-label={t('block.remove', { name })}
          onClick={() => change([remove(['body', index])])}
        >
          ×
        </button>
      </div>
      <BlockTexts block={block} index={index} />
    </li>
  );
}

/** The words of a block, one row a text; a styled text has a row for each run. */
function BlockTexts({ block, index }: Pick<BlockProps, 'block' | 'index'>) {
  const { t } = useSentences('studio');
  const { type } = useEditing();
  const write = (place: string, language: Language, words: string): void => {
    const { changes } = changesOf(block, [{ place, [language]: words }]);
    type(
      changes.map(({ path, value }) => set(['body', index, ...path], value)),
      `body ${index} ${place} ${language}`,
    );
  };
  return textRows(block).map(({ place, ...row }, number) => (
    <div key={place} className="studio-text-row">
      {languages.map((language) => (
        <textarea
          key={language}
          lang={language}
          aria-label={t('block.words', {
            block: index + 1,
            number: number + 1,
            language: t(`language.${language}`),
          })}
          rows={rowsFor(row[language] ?? '', language)}
          className={row[language] === undefined ? 'missing' : undefined}
          value={row[language] ?? ''}
          onChange={({ target }) => write(place, language, target.value)}
        />
      ))}
    </div>
  ));
}

/** Lines that a text takes in a column of the inspector. */
const rowsFor = (text: string, language: Language): number =>
  Math.min(8, Math.max(1, Math.ceil(text.length / (language === 'ja' ? 11 : 20))));
