/** The settings that `npm run package` writes into the page: the standard, the round, the hosts. */
import { settingsElement } from '../../core/packaging/page.ts';
import { isFields, jsonFrom } from '../../core/scenario/read/from-outside.ts';
import { languageOf } from '../../core/scenario/format/language-tag.ts';
import type { Language } from '../../i18n/language.ts';
import type { Parameters } from '../route.ts';

/** The settings of a package. */
export interface PackageSettings {
  readonly standard: 'scorm12' | 'scorm2004' | 'cmi5' | 'none';
  /** The title of the page, if the package was given one. */
  readonly title?: string;
  /** The language to start in, if the package has only one. */
  readonly language?: Language;
  /** The round to begin with, as the parameters of its address. */
  readonly round?: Parameters;
  /** Reports a failed round as incomplete. */
  readonly keepOpen: boolean;
  /** Origins of pages that may receive results when they embed the game. */
  readonly hosts: readonly string[];
}

const nothing: PackageSettings = { standard: 'none', keepOpen: false, hosts: [] };

/** The settings of this page; the site itself has none. */
export function packageSettings(page: Pick<Document, 'getElementById'>): PackageSettings {
  const text = page.getElementById(settingsElement)?.textContent;
  return text === undefined || text === null ? nothing : packageSettingsFrom(text);
}

/** Validates the settings. An administrator may edit them by hand: a wrong value is ignored. */
export function packageSettingsFrom(text: string): PackageSettings {
  const value = jsonFrom(text);
  if (!isFields(value)) return nothing;
  const { standard, title, language, round, keepOpen, hosts } = value;
  const spoken = languageOf(language);
  return {
    standard: standard === 'scorm12' || standard === 'scorm2004' || standard === 'cmi5' ? standard : 'none',
    ...(typeof title === 'string' && { title }),
    ...(spoken && { language: spoken }),
    ...(isParameters(round) && { round }),
    keepOpen: keepOpen === true,
    hosts: Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [],
  };
}

const isParameters = (value: unknown): value is Parameters =>
  Array.isArray(value) &&
  value.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((text) => typeof text === 'string'),
  );
