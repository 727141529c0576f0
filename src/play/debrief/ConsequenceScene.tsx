import type { LureScene } from '../../core/engine/debrief/consequence-scene.ts';
import type { ShelvedLesson } from '../../explain/lesson-shelf.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';

interface ConsequenceSceneProps {
  readonly scene: LureScene;
  /** The drill that practises what to do now. */
  readonly drill: ShelvedLesson | undefined;
}

/** What came of following a lure, step by step, and what to do in the first ten minutes. */
export function ConsequenceScene({ scene: { did, after, firstAid }, drill }: ConsequenceSceneProps) {
  const { language } = useLanguage();
  const { t } = useSentences('debrief');
  return (
    <section className="scene" aria-label={t('scene.label')}>
      <ol>
        <li>{t('scene.did', { did: t(`did.action.${did}`) })}</li>
        {after.map((text, index) => (
          <li key={index}>{pick(text, language)}</li>
        ))}
      </ol>
      {firstAid && (
        <div className="first-aid">
          <h3>{t('scene.firstAid')}</h3>
          <p>{pick(firstAid, language)}</p>
        </div>
      )}
      {drill && (
        <a className="button" href={drill.href}>
          {t('scene.drill')}
        </a>
      )}
    </section>
  );
}
