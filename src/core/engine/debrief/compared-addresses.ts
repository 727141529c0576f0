/** What arrived beside what is genuine, with the part in which they differ. */
import { hostOfSite } from '../../scenario/world/official-site.ts';
import { senderOf } from '../../scenario/layout/headline.ts';
import { areOneSite, domainsIn } from '../../scenario/layout/named-values.ts';
import { layOut } from '../../scenario/layout/regions.ts';
import { shownValues } from '../../scenario/layout/shown-value.ts';
import { twinOf } from '../../scenario/layout/twin.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { Contact, Scenario } from '../../scenario/format/scenario.ts';
import type { Localized } from '../../scenario/format/text.ts';

/** An address or host name in three parts: the middle is what differs. */
export interface MarkedAddress {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

export interface ComparedAddresses {
  readonly arrived: MarkedAddress;
  readonly genuine: MarkedAddress;
}

/**
 * The address or link target among the regions of a clue beside the genuine one: of the twin if it comes from the one who is imitated,
 * otherwise of the contact whose name the sender uses. Undefined where there is none, or where both have the same owner.
 */
export function comparedAddresses(
  message: Message,
  regions: readonly string[],
  scenario: Pick<Scenario, 'messages' | 'directory'>,
): ComparedAddresses | undefined {
  if (message.solution.truth !== 'phish') return undefined;
  for (const region of regions) {
    const kind = kindOf(region);
    const arrived = kind && valueAt(message, region, kind);
    const genuine = kind && genuineValue(message, region, kind, scenario);
    if (arrived === undefined || genuine === undefined) continue;
    const [here, there] = [domainsIn(arrived)[0], domainsIn(genuine)[0]];
    if (here === undefined || there === undefined || areOneSite(here, there)) continue;
    return differing(arrived, genuine);
  }
  return undefined;
}

type Kind = 'address' | 'host';

function kindOf(region: string): Kind | undefined {
  if (region === 'field/fromAddress' || region === 'field/replyTo') return 'address';
  return region.startsWith('link/') ? 'host' : undefined;
}

function valueAt(message: Message, region: string, kind: Kind): string | undefined {
  const value = shownValues(message, layOut(message).regions).get(region)?.[0];
  return kind === 'host' && value !== undefined ? hostOfSite(value) : value;
}

function genuineValue(
  message: Message,
  region: string,
  kind: Kind,
  { messages, directory }: Pick<Scenario, 'messages' | 'directory'>,
): string | undefined {
  const twin = twinOf(message, { messages });
  const ofTwin = twin && valueAt(twin, region, kind);
  const isNear =
    twin !== undefined &&
    ofTwin !== undefined &&
    (areAlike(senderOf(message), senderOf(twin)) || isImitated(ofTwin, valueAt(message, region, kind)));
  if (isNear) return ofTwin;
  const known = directory
    .filter((one) => place(one, message) >= 0)
    .toSorted((one, other) => place(one, message) - place(other, message))
    .map(({ address, site }) => (kind === 'address' ? address : site && hostOfSite(site)))
    .find((value) => value !== undefined);
  // A twin from somebody known by another name shows nothing of the one who is imitated.
  const isOfAnother = twin !== undefined && directory.some((one) => place(one, twin) >= 0);
  return known ?? (isOfAnother ? undefined : ofTwin);
}

/** The fewest letters of a word in a domain by which it is known again. */
const tellingLetters = 5;

/** Whether a word of the genuine domain stands in what arrived, as kaigiba in kaigiba.example5-hr.example. */
function isImitated(genuine: string, arrived: string | undefined): boolean {
  const labels = domainsIn(genuine)[0]?.split('.').slice(0, -1) ?? [];
  const [name = ''] = labels.toSorted((one, other) => other.length - one.length);
  const words = name.split('-').filter((word) => word.length >= tellingLetters);
  return arrived !== undefined && words.some((word) => arrived.includes(word));
}

/** Where in the sender's name a contact's stands, or 0 where they are alike; -1 if the sender uses another name. */
function place({ name }: Contact, message: Message): number {
  const sender = senderOf(message);
  const at = Math.max(sender.ja.indexOf(name.ja), sender.en.indexOf(name.en));
  return at < 0 && areAlike(sender, name) ? 0 : at;
}

/** The same beginning of a Japanese name, in characters, is the same firm or person under another title. */
const sameBeginning = 3;

/** Whether two names are of one firm or person: one holds the other, or both begin alike. */
function areAlike(one: Localized, other: Localized): boolean {
  const begins = one.ja.slice(0, sameBeginning);
  return (
    (['ja', 'en'] as const).some(
      (language) => one[language].includes(other[language]) || other[language].includes(one[language]),
    ) ||
    (/^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]+$/u.test(begins) &&
      begins.length === sameBeginning &&
      other.ja.startsWith(begins))
  );
}

/** Cuts both where they differ, in whole labels of a domain: everything before the `@` is anybody's choice. */
export function differing(arrived: string, genuine: string): ComparedAddresses {
  const [here, there] = [labelsOf(arrived), labelsOf(genuine)];
  let same = 0;
  while (
    same < Math.min(here.labels.length, there.labels.length) - 1 &&
    here.labels.at(-1 - same) === there.labels.at(-1 - same)
  )
    same += 1;
  return { arrived: marked(here, same), genuine: marked(there, same) };
}

interface Labels {
  readonly user: string;
  readonly labels: readonly string[];
}

function labelsOf(address: string): Labels {
  const at = address.lastIndexOf('@') + 1;
  return { user: address.slice(0, at), labels: address.slice(at).split('.') };
}

function marked({ user, labels }: Labels, same: number): MarkedAddress {
  const end = labels.length - same;
  return {
    before: user,
    differs: labels.slice(0, end).join('.'),
    after: same === 0 ? '' : `.${labels.slice(end).join('.')}`,
  };
}
