import { useLayoutEffect, useRef, useState } from 'react';
import { itemsOf, type JsonValue, valueAt } from '../../core/draft/json.ts';
import { useSentences } from '../../i18n/setup.ts';
import { insert, remove } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { Block } from './Block.tsx';
import { type BlockSurround, boxesIn, kindOf } from './block-parts.ts';
import { AddPicture } from './AddPicture.tsx';
import { addableKinds, addedBlock } from './new-block.ts';

interface BlockListProps extends BlockSurround {
  readonly blocks: readonly JsonValue[];
  /** The kind of the box around it, which can refuse some blocks. */
  readonly box?: string;
}

/** Blocks in their order, and the buttons that add one at their end. */
export function BlockList({ blocks, box = '', ...surround }: BlockListProps) {
  const { t } = useSentences('studio');
  const { message, change } = useEditing();
  const holder = useRef<HTMLOListElement>(null);
  const moved = useMovedFocus(holder);
  const [isAdding, setAdding] = useState(surround.depth === 0);
  const { list, body, isPage, depth, number } = surround;
  const move = (from: number, to: number): void => {
    const block = blocks[from];
    if (block === undefined || to < 0 || to >= blocks.length) return;
    moved(from, to);
    change([remove([...list, from]), insert([...list, to], block)]);
  };
  const place = { list, at: blocks.length, body };
  return (
    <div className="studio-block-list">
      <ol ref={holder}>
        {blocks.map((block, index) => (
          <Block
            key={index}
            list={list}
            block={block}
            index={index}
            count={blocks.length}
            name={number === '' ? String(index + 1) : `${number}.${index + 1}`}
            onMove={(to) => move(index, to)}
          >
            {boxesIn(block).map((inside, nth, boxes) => (
              <BlockList
                key={inside.join('/')}
                {...surround}
                list={[...list, index, ...inside]}
                blocks={itemsOf(valueAt(block, inside))}
                box={kindOf(block)}
                depth={depth + 1}
                number={[
                  ...(number === '' ? [] : [number]),
                  index + 1,
                  ...(boxes.length === 1 ? [] : [nth + 1]),
                ].join('.')}
              />
            ))}
          </Block>
        ))}
      </ol>
      {isAdding ? (
        <div
          className="studio-acts"
          role="group"
          aria-label={number === '' ? t('block.add') : t('block.addIn', { name: number })}
        >
          {addableKinds(isPage, depth, box).map((kind) => (
            <button
              key={kind}
              type="button"
              className="studio-button small"
              onClick={() => message && change(addedBlock(message.value, kind, place))}
            >
              {t('block.plus', { kind: t(`block.kind.${kind}`) })}
            </button>
          ))}
          <AddPicture place={place} />
        </div>
      ) : (
        <button type="button" className="studio-button small" onClick={() => setAdding(true)}>
          {t('block.addIn', { name: number })}
        </button>
      )}
    </div>
  );
}

/** Lets the focus go along with a block that is moved: the items of the list stay, and what they hold changes. */
function useMovedFocus(holder: { readonly current: HTMLOListElement | null }) {
  const wanted = useRef<{ readonly item: number; readonly control: number }>(undefined);
  useLayoutEffect(() => {
    const { current } = wanted;
    wanted.current = undefined;
    if (current === undefined) return;
    const controls = controlsIn(holder.current?.children[current.item]);
    const same = controls[current.control];
    const next =
      same !== undefined && !same.matches(':disabled')
        ? same
        : controls.find((one) => !one.matches(':disabled'));
    next?.focus();
  });
  return (from: number, to: number): void => {
    const controls = controlsIn(holder.current?.children[from]);
    const control = controls.findIndex((one) => one === document.activeElement);
    if (control >= 0) wanted.current = { item: to, control };
  };
}

const controlsIn = (item: Element | undefined): readonly HTMLElement[] =>
  item === undefined ? [] : [...item.querySelectorAll<HTMLElement>('button, textarea, input, select')];
