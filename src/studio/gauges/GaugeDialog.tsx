import './gauges.css';
import type { Message } from '../../core/scenario/format/message.ts';
import { languages } from '../../core/scenario/format/vocabulary.ts';
import { DifficultyNote } from '../../explain/DifficultyNote.tsx';
import { useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { useEditing } from '../edit/editing.ts';
import { authoredMarks } from '../mark/authored-marks.ts';
import { lengthOf } from '../inspector/explanation-limits.ts';
import { writtenIn } from '../texts/localized.ts';
import { memberOf } from '../../core/draft/json.ts';
import { packOf, typicalScores } from './measures.ts';

interface GaugeDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** The working behind the gauges of a message: its difficulty for each audience, the scores of typical players, its words. */
export function GaugeDialog({ message, onClose }: GaugeDialogProps) {
  const { t } = useSentences('studio');
  const { open, file, message: draft } = useEditing();
  const { pack, scoring } = packOf(open.draft, file.path);
  const texts = authoredMarks(draft?.value ?? null, undefined).map(({ value }) =>
    writtenIn(memberOf(value, 'explanation')),
  );
  return (
    <Dialog title={t('gauge.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="studio-working">
        <h3>{t('gauge.difficulty')}</h3>
        <DifficultyNote message={message} pack={pack} />
        <h3>{t('gauge.players')}</h3>
        <table>
          <tbody>
            {typicalScores(message, scoring).map(({ player, score }) => (
              <tr key={player}>
                <th scope="row">{t(`player.${player}.name`)}</th>
                <td>{score}</td>
                <td>{t(`player.${player}.about`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h3>{t('gauge.words')}</h3>
        <p>
          {languages
            .map((language) =>
              t(`gauge.length.${language}`, {
                count: texts.reduce((sum, text) => sum + lengthOf(text[language], language), 0),
              }),
            )
            .join(' · ')}
        </p>
      </div>
    </Dialog>
  );
}
