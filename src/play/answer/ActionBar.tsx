import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Action } from '../../core/engine/answer.ts';
import type { Contact } from '../../core/scenario/format/scenario.ts';
import type { Channel } from '../../core/scenario/format/vocabulary.ts';
import { actionLabel } from '../../explain/labels.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';

/** The tools of the mail client. Every action is one of them; both ways to check are behind `verify`. */
const tools = [
  { kind: 'report', icon: 'report' },
  { kind: 'delete', icon: 'trash' },
  { kind: 'reply', icon: 'reply' },
  { kind: 'follow', icon: 'follow' },
  { kind: 'verify', icon: 'phone' },
  { kind: 'own-way', icon: 'bookmark' },
  { kind: 'keep', icon: 'inbox' },
] as const satisfies readonly { readonly kind: Action['kind']; readonly icon: IconName }[];

/** A tool of the mail client; choosing it chooses the action. */
export type Tool = (typeof tools)[number]['kind'];

interface ActionBarProps {
  readonly action: Action | undefined;
  readonly channel: Channel;
  readonly directory: readonly Contact[];
  /** A class for a bar that the answer still lacks. */
  readonly look: string;
  /** What is in the toolbar besides. */
  readonly further: ReactNode;
  readonly onTool: (tool: Tool) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The mail client's toolbar, which is the action of the answer. Arrow keys move along it without choosing, as in any
 * toolbar, because one tool opens the places to check.
 */
export function ActionBar({ action, channel, directory, look, further, onTool }: ActionBarProps) {
  const { t, language } = useLanguage();
  const chosen = tools.findIndex(({ kind }) => kind === toolOf(action));
  const [visited, setVisited] = useState<number>();
  const stop = visited ?? Math.max(chosen, 0);
  const contact = action?.kind === 'verify' ? directory.find(({ id }) => id === action.contact) : undefined;
  const said =
    contact === undefined
      ? action?.kind === 'verifyWithin'
        ? t(actionLabel('verifyWithin', channel))
        : undefined
      : t('action.verifyBy', { contact: pick(contact.name, language) });
  const step = (event: KeyboardEvent<HTMLElement>): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, currentTarget } = event;
    const by = steps[key];
    if (by === undefined || altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const to = by === 1 ? currentTarget.nextElementSibling : currentTarget.previousElementSibling;
    if (to instanceof HTMLElement) to.focus();
  };
  return (
    <div className="toolbar">
      <div className={`action-tools ${look}`} role="radiogroup" aria-label={t('answer.action')}>
        {tools.map(({ kind, icon }, index) => {
          const full = actionLabel(kind, channel);
          return (
            <button
              key={kind}
              type="button"
              role="radio"
              className="tool-button"
              aria-checked={index === chosen}
              tabIndex={index === stop ? 0 : -1}
              title={(index === chosen ? said : undefined) ?? t(full)}
              onClick={() => onTool(kind)}
              onFocus={() => setVisited(index)}
              onKeyDown={step}
            >
              <Icon name={icon} size={16} />
              {/* A channel with a word of its own has a short one. */}
              <span>{t(full === `action.${kind}` ? `tool.${kind}` : full)}</span>
              {index === chosen && said !== undefined && <span className="visually-hidden">{said}</span>}
              {kind === 'verify' && <Icon name="unfold" size={12} />}
            </button>
          );
        })}
      </div>
      {further}
    </div>
  );
}

function toolOf(action: Action | undefined): Tool | undefined {
  return action?.kind === 'verifyWithin' ? 'verify' : action?.kind;
}
