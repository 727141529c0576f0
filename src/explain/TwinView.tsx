import './twin.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { place } from '../core/scenario/layout/place.ts';
import { attachmentOf, type Spot, spotOf } from '../core/scenario/layout/spot.ts';
import { differencesFrom } from '../core/scenario/layout/twin.ts';
import { attachmentRegion, layOut } from '../core/scenario/layout/regions.ts';
import type { Anchor } from '../core/scenario/format/anchor.ts';
import type { Message } from '../core/scenario/format/message.ts';
import type { Scenario } from '../core/scenario/format/scenario.ts';
import { channelFields, type Field, mailFields, type PagePart } from '../core/scenario/format/vocabulary.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { Excerpt } from '../inbox/message/Excerpt.tsx';
import { type Mark, type Marks, MarksProvider } from '../inbox/marks.tsx';
import { MessageSheet } from '../inbox/message/MessageSheet.tsx';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { verdictLabel } from './labels.ts';

interface TwinViewProps {
  readonly message: Message;
  readonly twin: Message;
  readonly scenario: Scenario;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  readonly onClose: () => void;
}

/**
 * A lure beside its genuine twin, each difference with the same number in both. A phone shows only the differences,
 * in pairs.
 */
export default function TwinView({ message, twin, scenario, assets, onClose }: TwinViewProps) {
  const { t, language } = useLanguage();
  const [chosen, setChosen] = useState<number>();
  const [lure, genuine] = message.solution.truth === 'phish' ? [message, twin] : [twin, message];
  const differences = useMemo(() => differencesFrom(lure, genuine), [lure, genuine]);
  const sides = useMemo(
    () => [
      { message: lure, anchors: differences.map(({ here }) => here) },
      { message: genuine, anchors: differences.map(({ there }) => there) },
    ],
    [lure, genuine, differences],
  );
  return (
    <Dialog
      title={t(message.channel === 'mail' ? 'twins.title' : 'twins.titleOther')}
      closeLabel={t('app.close')}
      wide
      onClose={onClose}
    >
      <div className="twins">
        <section className="differences" aria-label={t('twins.list')}>
          <p className="soft">
            {t(
              differences.length === 0
                ? 'twins.none'
                : message.channel === 'mail'
                  ? 'twins.hint'
                  : 'twins.hintOther',
            )}
          </p>
          <ol>
            {differences.map(({ here, text }, index) => (
              <li key={index}>
                <button
                  type="button"
                  className="difference-choice"
                  aria-pressed={chosen === index}
                  onClick={() => setChosen(chosen === index ? undefined : index)}
                >
                  <span className={chosen === index ? 'mark chosen' : 'mark difference'}>{index + 1}</span>
                  <PartName anchor={here} />
                </button>
                <dl className="difference-pair">
                  {sides.map(({ message: side, anchors }) => {
                    const anchor = anchors[index];
                    return (
                      anchor && (
                        <div key={side.id}>
                          <dt>{t(verdictLabel(side.solution.truth, side.channel))}</dt>
                          <dd>
                            <Excerpt anchor={anchor} message={side} scenario={scenario} />
                          </dd>
                        </div>
                      )
                    );
                  })}
                </dl>
                <p>{pick(text, language)}</p>
              </li>
            ))}
          </ol>
        </section>
        {sides.map(({ message: side, anchors }) => (
          <Side
            key={side.id}
            message={side}
            anchors={anchors}
            chosen={chosen}
            scenario={scenario}
            assets={assets}
            onChoose={setChosen}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** The name of the kind of place where an anchor lies. */
function PartName({ anchor }: { readonly anchor: Anchor }) {
  const { t } = useLanguage();
  const spot = spotOf(anchor);
  if (spot.kind !== 'field') return <span>{t(partOf(spot))}</span>;
  const field = mailFields.find((name) => name === spot.field);
  return field === undefined ? <ChannelFieldName field={spot.field} /> : <span>{t(`field.${field}`)}</span>;
}

function ChannelFieldName({ field }: { readonly field: Field }) {
  const { t } = useSentences('channels');
  const own = channelFields.find((name) => name === field);
  return own && <span>{t(`field.${own}`)}</span>;
}

function partOf(spot: Exclude<Spot, { kind: 'field' }>) {
  switch (spot.kind) {
    case 'slot':
      return `slot.${spot.slot}` as const;
    case 'pagePart':
      return partOfPage(spot.part);
    case 'image':
    case 'quote':
      // A picture or text inside a file is shown on the attachment, because files are not opened here.
      return spot.body.kind === 'file' ? 'twins.part.attachment' : (`twins.part.${spot.kind}` as const);
    case 'attachment':
    case 'filePart':
      return 'twins.part.attachment';
    case 'pageBlock':
      return 'twins.part.block';
    case 'thread':
    case 'link':
    case 'formField':
      return `twins.part.${spot.kind}` as const;
  }
}

function partOfPage(part: PagePart) {
  switch (part) {
    case 'address':
    case 'title':
      return `twins.part.${part}` as const;
    case 'certificate':
    case 'issuer':
    case 'names':
    case 'age':
      return 'twins.part.certificate';
  }
}

interface SideProps {
  readonly message: Message;
  /** Where each difference lies in this message. */
  readonly anchors: readonly Anchor[];
  /** Index into `anchors` of the chosen difference. */
  readonly chosen: number | undefined;
  readonly scenario: Scenario;
  readonly assets: string;
  readonly onChoose: (difference: number) => void;
}

function Side({ message, anchors, chosen, scenario, assets, onChoose }: SideProps) {
  const { t } = useLanguage();
  const pane = useRef<HTMLElement>(null);
  const regions = useMemo(() => {
    const layout = layOut(message);
    return anchors.map((anchor) => {
      const file = attachmentOf(spotOf(anchor));
      // Files are not opened here, so a difference inside one is shown on its name.
      if (file !== undefined) return [attachmentRegion(file)];
      const placed = place(anchor, layout);
      return placed.found ? placed.regions : [];
    });
  }, [message, anchors]);
  const shown = useMemo(() => new Set(chosen === undefined ? [] : regions[chosen]), [regions, chosen]);
  const marks = useMemo(
    (): Marks => ({
      mode: 'read',
      flags: new Map([...shown].map((region) => [region, 'doubt'] as const)),
      findings: marksOf(regions, chosen),
      onChoose: (mark) => mark?.number !== undefined && onChoose(mark.number - 1),
    }),
    [regions, chosen, shown, onChoose],
  );
  useEffect(() => {
    if (pane.current !== null) bringIntoSight(pane.current, shown);
  }, [shown]);
  const { truth } = message.solution;
  const name = t(verdictLabel(truth, message.channel));
  return (
    <section className="twin" ref={pane} aria-label={name}>
      <h3 className={`twin-truth ${truth}`}>{name}</h3>
      <MarksProvider marks={marks}>
        <MessageSheet message={message} scenario={scenario} assets={assets} />
      </MarksProvider>
    </section>
  );
}

/** One mark per region: the chosen difference if it lies there, otherwise the first. */
function marksOf(
  regions: readonly (readonly string[])[],
  chosen: number | undefined,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  regions.forEach((keys, index) => {
    for (const key of keys) {
      if (index === chosen) marks.set(key, { number: index + 1, kind: 'chosen' });
      else if (!marks.has(key)) marks.set(key, { number: index + 1, kind: 'difference' });
    }
  });
  return marks;
}

/** Scrolls this pane only. `scrollIntoView` in two panes at once makes each stop the other. */
function bringIntoSight(pane: HTMLElement, regions: ReadonlySet<string>): void {
  const drawn = [...pane.querySelectorAll<HTMLElement>('.region')];
  const first = drawn.find(({ dataset }) => regions.has(dataset['region'] ?? ''));
  if (first === undefined) return;
  const place = first.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  pane.scrollTop += place.top - frame.top - (frame.height - Math.min(place.height, frame.height)) / 2;
}
