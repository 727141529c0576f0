import './delivery.css';
import { useMemo, useState } from 'react';
import { memberOf } from '../../core/draft/json.ts';
import { sourceOf } from '../../core/email/compose/headers.ts';
import type { SealedMail } from '../../core/scenario/format/message.ts';
import { useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { TextField } from '../inspector/TextField.tsx';
import { useStudioKeys } from '../useStudioKeys.ts';
import { deliveryOf, type Preset, presets, resultsOf } from './presets.ts';

/** Where the mail came from, in plain words, and the headers that follow from it. */
export function DeliveryTab() {
  const { t } = useSentences('studio');
  const { message, drawn, surround, change } = useEditing();
  /** The headers before the last preset was chosen. */
  const [before, setBefore] = useState<ReadonlySet<string>>();
  const mail = drawn?.sealed.channel === 'mail' ? drawn.sealed : undefined;
  const lines = useHeaders(mail);
  const choose = (preset: Preset): void => {
    if (message === undefined || mail === undefined) return;
    setBefore(new Set(lines));
    const delivery = deliveryOf(preset, message.value, surround.recipient.server);
    change([set(['delivery'], { ...delivery })]);
  };
  useStudioKeys(Object.fromEntries(presets.map((one, index) => [String(index + 1), () => choose(one)])));
  if (message === undefined || mail === undefined)
    return <p className="studio-hint">{t('delivery.noMail')}</p>;
  const isReceived = memberOf(memberOf(message.value, 'delivery'), 'route') === 'received';
  return (
    <>
      <h2 className="studio-heading">{t('delivery.title')}</h2>
      <p className="studio-hint">{t(isReceived ? 'delivery.received' : 'delivery.about')}</p>
      <ul className="studio-presets">
        {presets.map((preset, index) => (
          <li key={preset}>
            <button type="button" aria-keyshortcuts={String(index + 1)} onClick={() => choose(preset)}>
              <b>{t(`delivery.${preset}.name`)}</b>
              <kbd aria-hidden="true">{index + 1}</kbd>
              <small>{t(`delivery.${preset}.about`)}</small>
              <Results preset={preset} />
            </button>
          </li>
        ))}
      </ul>
      <TextField label={t('message.fromAddress')} path={['from', 'address']} />
      {!isReceived && (
        <>
          <TextField label={t('delivery.host')} path={['delivery', 'host']} />
          <TextField label={t('delivery.ip')} path={['delivery', 'ip']} />
        </>
      )}
      <h2 className="studio-heading">{t('delivery.headers')}</h2>
      <ol className="studio-headers" translate="no" lang="en">
        {lines.map((line, index) => (
          <li key={index} data-changed={before !== undefined && !before.has(line)}>
            {line}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The results of a preset in words, with a shape that says them too. */
function Results({ preset }: { readonly preset: Preset }) {
  const { t } = useSentences('studio');
  const results = Object.entries(resultsOf[preset]);
  return (
    <span className="studio-chips">
      {results.length === 0 && <span className="studio-chip">{t('delivery.noRecord')}</span>}
      {results.map(([check, result]) => (
        <span key={check} className={`studio-chip ${result === 'pass' ? 'good' : 'error'}`}>
          {`${check.toUpperCase()} ${t(`delivery.${result}`)}`}
        </span>
      ))}
    </span>
  );
}

/** The header lines of a mail as it arrives, without its body. */
function useHeaders(mail: SealedMail | undefined): readonly string[] {
  const { language } = useSentences('studio');
  const { surround } = useEditing();
  return useMemo(() => {
    if (mail === undefined) return [];
    const all = sourceOf(mail, surround.recipient, language).lines.map(({ segments }) =>
      segments.map(({ text }) => text).join(''),
    );
    const end = all.indexOf('');
    return end < 0 ? all : all.slice(0, end);
  }, [mail, surround, language]);
}
