import { itemsOf, type JsonValue, memberOf } from '../../core/draft/json.ts';
import { formFieldTypes } from '../../core/scenario/format/vocabulary.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { NumberField } from '../inspector/NumberField.tsx';
import { TextField } from '../inspector/TextField.tsx';
import { wordIn } from '../texts/localized.ts';
import { kindOf } from './block-parts.ts';

interface BlockFieldsProps {
  readonly block: JsonValue;
  /** Leads from the message to the block. */
  readonly path: Path;
  readonly name: string;
}

/** What a block says beside its words, the same in both languages. */
export function BlockFields({ block, path, name }: BlockFieldsProps) {
  const { t } = useSentences('studio');
  const field = (key: 'code' | 'phone' | 'address' | 'url') => (
    <TextField label={t(`block.field.${key}`)} path={[...path, key]} />
  );
  switch (kindOf(block)) {
    case 'button':
    case 'qr':
      return <LinkField block={block} path={path} />;
    case 'code':
      return field('code');
    case 'alarm':
      return field('phone');
    case 'window':
      return field('address');
    case 'remote':
    case 'pixel':
      return field('url');
    case 'download':
      return <NumberField label={t('block.field.bytes')} path={[...path, 'bytes']} least={1} />;
    case 'image':
      return <NumberField label={t('block.field.width')} path={[...path, 'width']} least={16} />;
    case 'form':
      return <FieldTypes block={block} path={path} name={name} />;
    default:
      return null;
  }
}

/** Where a button leads: one of the links of the message, whose address is written here too. */
function LinkField({ block, path }: Omit<BlockFieldsProps, 'name'>) {
  const { t } = useSentences('studio');
  const { message, change } = useEditing();
  const links = itemsOf(memberOf(message?.value, 'links'));
  const at = links.findIndex((link) => memberOf(link, 'id') === memberOf(block, 'link'));
  return (
    <>
      {links.length > 1 && (
        <label className="studio-field">
          <span>{t('block.field.link')}</span>
          <select
            value={String(at)}
            onChange={({ target }) => {
              const id = memberOf(links[Number(target.value)], 'id');
              if (id !== undefined) change([set([...path, 'link'], id)]);
            }}
          >
            {links.map((link, index) => (
              <option key={index} value={index}>
                {wordIn(link, 'url')}
              </option>
            ))}
          </select>
        </label>
      )}
      {at >= 0 && <TextField label={t('block.field.target')} path={['links', at, 'url']} />}
    </>
  );
}

/** What each field of a form asks for; it decides which keyboard a phone shows. */
function FieldTypes({ block, path, name }: BlockFieldsProps) {
  const { t } = useSentences('studio');
  const { change } = useEditing();
  return itemsOf(memberOf(block, 'fields')).map((field, index) => (
    <label key={index} className="studio-field">
      <span>{t('block.fieldType', { name, number: index + 1 })}</span>
      <select
        value={wordIn(field, 'type')}
        onChange={({ target }) => change([set([...path, 'fields', index, 'type'], target.value)])}
      >
        {formFieldTypes.map((one) => (
          <option key={one} value={one}>
            {t(`fieldType.${one}`)}
          </option>
        ))}
      </select>
    </label>
  ));
}
