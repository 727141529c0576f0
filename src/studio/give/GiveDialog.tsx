import './give-dialog.css';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../core/scenario/read/problem.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { LoadFailure, loadOnce } from '../../loading/load-once.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { saveFile } from '../../ui/leave-page.ts';
import { type DraftFiles, givenFile } from '../files/given-file.ts';
import { Choice } from '../mail/Choice.tsx';
import { NoParts } from './game-parts.ts';
import type { GivenChoice, GivenKind } from './make-package.ts';
import { type Step, steps } from './steps.ts';

const maker = loadOnce(() => import('./make-package.ts'));

/** What a draft can be given away as, in the order of the dialog. */
const kinds = ['pack', 'scorm12', 'scorm2004', 'cmi5', 'html'] as const;
type Kind = (typeof kinds)[number];

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly step: Step; readonly done: number; readonly all: number }
  | { readonly kind: 'made'; readonly save: () => void; readonly size: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly why: 'noParts' | 'notLoaded' };

interface GiveDialogProps {
  readonly name: string;
  readonly draft: DraftFiles;
  readonly onClose: () => void;
}

/** Gives a draft away: as a pack file, a course for a learning system, or one page. All of it is made on this device. */
export default function GiveDialog({ name, draft, onClose }: GiveDialogProps) {
  const { t } = useSentences('give');
  const [kind, setKind] = useState<Kind>('pack');
  const [language, setLanguage] = useState<GivenChoice['language']>('both');
  const [mark, setMark] = useState('');
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const reset = (): void => {
    stop.current?.abort();
    setWork({ kind: 'idle' });
  };
  const passMark = /^\d{1,3}$/.test(mark) && Number(mark) <= 100 ? Number(mark) : undefined;
  const isMarkWrong = mark !== '' && passMark === undefined;
  const make = async (course: GivenKind): Promise<void> => {
    const leaving = new AbortController();
    stop.current = leaving;
    const show = (next: Work): void => {
      if (!leaving.signal.aborted) setWork(next);
    };
    show({ kind: 'making', step: 'check', done: 0, all: 0 });
    try {
      const { makePackage } = await maker();
      const made = await makePackage(
        draft,
        { kind: course, language, passMark },
        {
          signal: leaving.signal,
          onStep: (step, bytes) => show({ kind: 'making', step, done: 0, all: 0, ...bytes }),
        },
      );
      if (!made.ok) show({ kind: 'refused', problems: made.problems });
      else
        show({
          kind: 'made',
          size: made.bytes.length,
          save: () => saveFile(made.name, made.type, [made.bytes.slice()]),
        });
    } catch (error) {
      if (error instanceof NoParts) show({ kind: 'failed', why: 'noParts' });
      else if (error instanceof LoadFailure || error instanceof TypeError)
        show({ kind: 'failed', why: 'notLoaded' });
      else if (!leaving.signal.aborted) throw error;
    }
  };
  const savePack = (): void => {
    const file = givenFile(draft);
    saveFile(file.name, 'application/zip', [file.bytes.slice()]);
  };
  return (
    <Dialog title={t('title', { name })} closeLabel={t('close')} wide onClose={onClose}>
      <div className="give">
        <fieldset className="give-kinds">
          <legend className="visually-hidden">{t('kinds')}</legend>
          {kinds.map((one) => (
            <label key={one} data-chosen={one === kind}>
              <input
                type="radio"
                name="give-kind"
                checked={one === kind}
                onChange={() => {
                  reset();
                  setKind(one);
                }}
              />
              <b>{t(`kind.${one}.name`)}</b>
              <small>{t(`kind.${one}.about`)}</small>
            </label>
          ))}
        </fieldset>
        <div className="give-work">
          {kind !== 'pack' && (
            <>
              <div className="give-field">
                <span>{t('language')}</span>
                <Choice
                  label={t('language')}
                  value={language}
                  options={(['ja', 'en', 'both'] as const).map((value) => ({
                    value,
                    text: t(`in.${value}`),
                  }))}
                  onChange={(next) => {
                    reset();
                    setLanguage(next);
                  }}
                />
              </div>
              <label className="give-field">
                <span>{t('passMark')}</span>
                <input
                  type="text"
                  inputMode="numeric"
                  size={4}
                  value={mark}
                  placeholder={t('noMark')}
                  aria-invalid={isMarkWrong}
                  onChange={({ target }) => {
                    reset();
                    setMark(target.value.trim());
                  }}
                />
              </label>
              <p className="studio-hint" role={isMarkWrong ? 'alert' : undefined}>
                {t(isMarkWrong ? 'markWrong' : 'markAbout')}
              </p>
            </>
          )}
          <WorkView work={work} />
          <div className="give-acts">
            {kind === 'pack' ? (
              <button type="button" className="studio-button main" onClick={savePack}>
                {t('save')}
              </button>
            ) : work.kind === 'made' ? (
              <button type="button" className="studio-button main" onClick={work.save}>
                {t('savePackage', { size: Math.ceil(work.size / 1000) })}
              </button>
            ) : work.kind === 'making' ? (
              <button type="button" className="studio-button" onClick={reset}>
                {t('stop')}
              </button>
            ) : (
              <button
                type="button"
                className="studio-button main"
                disabled={isMarkWrong}
                onClick={() => void make(kind)}
              >
                {t('make')}
              </button>
            )}
          </div>
          <p className="studio-hint">{t(kind === 'pack' ? 'about' : 'same')}</p>
        </div>
      </div>
    </Dialog>
  );
}

/** How far the work is, or why it ended. */
function WorkView({ work }: { readonly work: Work }) {
  const { t, language } = useSentences('give');
  switch (work.kind) {
    case 'idle':
      return null;
    case 'made':
      return (
        <p className="give-made" role="status">
          {t('made')}
        </p>
      );
    case 'failed':
      return (
        <p className="studio-note" role="alert">
          {t(`failed.${work.why}`)}
        </p>
      );
    case 'refused':
      return (
        <div className="studio-note" role="alert">
          <p>{t('refused', { count: work.problems.length })}</p>
          <ul className="bullets">
            {work.problems.slice(0, 5).map((problem, index) => (
              <li key={index}>{`${problem.file}:${problem.line} ${pick(problem.text, language)}`}</li>
            ))}
          </ul>
        </div>
      );
    case 'making': {
      const at = steps.indexOf(work.step);
      return (
        <ol className="give-steps" aria-label={t('steps')}>
          {steps.map((step, index) => (
            <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at}>
              <span>{t(`step.${step}`)}</span>
              {index === at && work.all > 0 && (
                <progress value={work.done} max={work.all} aria-label={t(`step.${step}`)} />
              )}
            </li>
          ))}
        </ol>
      );
    }
  }
}
