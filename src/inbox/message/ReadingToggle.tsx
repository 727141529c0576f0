import { useLanguage } from '../../i18n/setup.ts';
import { useMarks } from '../marks.tsx';

interface ReadingToggleProps {
  readonly isText: boolean;
  readonly onChoose: (isText: boolean) => void;
}

/** Reads the message as text, or makes its parts buttons to flag. Seen only by whoever comes to it by keyboard. */
export function ReadingToggle({ isText, onChoose }: ReadingToggleProps) {
  const { t } = useLanguage();
  if (useMarks().mode !== 'play') return null;
  return (
    <button type="button" className="button small text-toggle" onClick={() => onChoose(!isText)}>
      {t(isText ? 'message.chooseParts' : 'message.readAsText')}
    </button>
  );
}
