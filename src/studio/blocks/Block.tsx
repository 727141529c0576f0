import type { KeyboardEvent, ReactNode } from 'react';
import type { JsonValue } from '../../core/draft/json.ts';
import { useSentences } from '../../i18n/setup.ts';
import { remove } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { BlockFields } from './BlockFields.tsx';
import { BlockTexts } from './BlockTexts.tsx';
import {
  type BlockSurround,
  boxesIn,
  canLosePart,
  kindOf,
  partAdded,
  partRemoved,
  partsIn,
} from './block-parts.ts';

interface BlockProps extends Pick<BlockSurround, 'list'> {
  readonly block: JsonValue;
  readonly index: number;
  readonly count: number;
  /** Its number in the body, such as `2` or `2.1`. */
  readonly name: string;
  readonly onMove: (to: number) => void;
  /** The lists of blocks in it. */
  readonly children: ReactNode;
}

/** One block: its tools, its words, its single fields, and the blocks in it. */
export function Block({ block, index, count, name: number, onMove, children, list }: BlockProps) {
  const { t } = useSentences('studio');
  const { change } = useEditing();
  const path = [...list, index];
  const kind = kindOf(block);
  const name = t('block.name', { number });
  const parts = partsIn(block);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || !event.altKey || !event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    onMove(index + step);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the buttons in it
    <li onKeyDown={onKeyDown}>
      <div className="studio-block-head">
        <span>{name}</span>
        <span>{isNamed(kind) ? t(`block.kind.${kind}`) : kind}</span>
        <button
          type="button"
          className="studio-button small"
          disabled={index === 0}
          aria-label={t('block.up', { name })}
          aria-keyshortcuts="Alt+Shift+ArrowUp"
          onClick={() => onMove(index - 1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="studio-button small"
          disabled={index === count - 1}
          aria-label={t('block.down', { name })}
          aria-keyshortcuts="Alt+Shift+ArrowDown"
          onClick={() => onMove(index + 1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="studio-button small danger"
          disabled={count === 1}
          aria-label={t('block.remove', { name })}
          onClick={() => change([remove(path)])}
        >
          ×
        </button>
      </div>
      <BlockFields block={block} path={path} name={name} />
      <BlockTexts block={block} path={path} number={number} hasBoxes={boxesIn(block).length > 0} />
      {parts !== undefined && (
        <div className="studio-acts">
          <button
            type="button"
            className="studio-button small"
            aria-label={t('block.partAddIn', { name })}
            onClick={() => change(partAdded(block, path))}
          >
            {t('block.partAdd')}
          </button>
          {canLosePart(block) && (
            <button
              type="button"
              className="studio-button small danger"
              aria-label={t('block.partRemoveIn', { name })}
              onClick={() => change(partRemoved(block, path, parts.parts.length - 1))}
            >
              {t('block.partRemove')}
            </button>
          )}
        </div>
      )}
      {children}
    </li>
  );
}

const namedKinds = [
  'text',
  'list',
  'button',
  'image',
  'remote',
  'pictures',
  'hidden',
  'pixel',
  'qr',
  'rule',
  'table',
  'form',
  'captcha',
  'permissions',
  'code',
  'alarm',
  'download',
  'panel',
  'columns',
  'quote',
  'window',
] as const;

const isNamed = (kind: string): kind is (typeof namedKinds)[number] => namedKinds.some((one) => one === kind);
