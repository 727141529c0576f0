/** Replacements that the trainer writes in place of ours. They may name nobody either. */
import { hostsMentioned, type Mention } from '../../names/hosts-mentioned.ts';
import { cardsIn, phonesIn } from '../../names/personal-numbers.ts';
import { isReservedIp, mayBeShown } from '../../names/reserved-names.ts';
import { canBeRegistered, readHost } from '../../url/host.ts';
import { parseAddress } from '../../email/compose/address.ts';

/** What was replaced. */
export type ReplacedKind = 'host' | 'address' | 'name' | 'phone' | 'number' | 'place';

/** What shall stand for a real name. An original that we did not find is replaced as a word, as a `name`. */
export interface ChosenReplacement {
  readonly kind: ReplacedKind;
  readonly original: string;
  readonly reserved: string;
}

/** Why a text cannot stand for a real one: nothing, too long, of another form, or it may be somebody's. */
export type ReplacementRefusal = 'empty' | 'long' | 'form' | 'real';

/** Undefined if the text may be used. */
export function replacementRefusal({ kind, reserved }: ChosenReplacement): ReplacementRefusal | undefined {
  if (reserved.trim() === '') return 'empty';
  if (reserved.length > 200) return 'long';
  if (!hasForm(kind, reserved)) return 'form';
  const isSomebodys =
    hostsMentioned(reserved).some(isReal) || [...phonesIn(reserved), ...cardsIn(reserved)].length > 0;
  return isSomebodys ? 'real' : undefined;
}

function hasForm(kind: ReplacedKind, text: string): boolean {
  switch (kind) {
    case 'host':
      return readHost(text).kind !== 'none' && readHost(text).kind !== 'invalid' && !/\s/.test(text);
    case 'address':
      return parseAddress(text) !== undefined;
    case 'name':
    case 'phone':
    case 'number':
    case 'place':
      return !/[\r\n]/.test(text);
  }
}

/** Whether a mentioned host may be somebody's, as the linter's rule real-domain judges. */
export function isReal({ host }: Mention): boolean {
  switch (host.kind) {
    case 'domain':
      return canBeRegistered(host.ascii) && !mayBeShown(host.ascii);
    case 'ipv4':
    case 'ipv6':
      return !isReservedIp(host.address);
    case 'invalid':
      return true;
  }
}
