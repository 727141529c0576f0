import { useState } from 'react';
import type { JsonValue } from '../../core/draft/json.ts';
import { changeAt, hasRoom, textRows } from '../../core/draft/texts.ts';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { RunTools, type Selected } from './RunTools.tsx';

interface BlockTextsProps {
  readonly block: JsonValue;
  /** Leads from the message to the block. */
  readonly path: Path;
  readonly number: string;
  /** Whether it holds other blocks, whose words are shown there. */
  readonly hasBoxes: boolean;
}

/** The words of a block, one row a text; a styled text has a row for each run. */
export function BlockTexts({ block, path, number, hasBoxes }: BlockTextsProps) {
  const { t } = useSentences('studio');
  const { type } = useEditing();
  const [selected, setSelected] = useState<Selected>();
  const write = (place: string, language: Language, words: string): void => {
    const made = changeAt(block, place, language, words);
    if (made === undefined) return;
    type([set([...path, ...made.path], made.value)], `${path.join('/')} ${place} ${language}`);
  };
  const rows = textRows(block).filter(({ place }) => !hasBoxes || !/^\/(?:blocks|columns)\//.test(place));
  return (
    <>
      {rows.map((row, at) => (
        <div key={row.place} className="studio-text-row">
          {languages.map((language) =>
            hasRoom(row, language) ? (
              <textarea
                key={language}
                lang={language}
                aria-label={t('block.words', {
                  block: number,
                  number: at + 1,
                  language: t(`language.${language}`),
                })}
                rows={rowsFor(row[language] ?? '', language)}
                className={(row[language] ?? '') === '' ? 'missing' : undefined}
                value={row[language] ?? ''}
                onChange={({ target }) => write(row.place, language, target.value)}
                onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
                  setSelected(
                    selectionStart < selectionEnd
                      ? { place: row.place, language, start: selectionStart, end: selectionEnd }
                      : undefined,
                  )
                }
              />
            ) : (
              <span key={language} />
            ),
          )}
        </div>
      ))}
      {selected !== undefined && (
        <RunTools block={block} path={path} selected={selected} onDone={() => setSelected(undefined)} />
      )}
    </>
  );
}

/** Lines that a text takes in a column of the inspector. */
const rowsFor = (text: string, language: Language): number =>
  Math.min(8, Math.max(1, Math.ceil(text.length / (language === 'ja' ? 11 : 20))));
