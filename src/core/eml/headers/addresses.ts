/** Address lists of header fields. */
import { addressParser } from 'postal-mime';
import { base64 } from '../../email/compose/base64.ts';
import { bytesOf } from '../../url/utf8.ts';
import { mostAddresses } from '../bounds.ts';
import { fieldText } from '../charset/words.ts';
import type { Decoders } from '../charset/text-of.ts';

/** A name and an address as a mail gives them. */
export interface ReceivedMailbox {
  /** Empty if the field has none. */
  readonly name: string;
  /** Empty if the field has none, as in some lures. */
  readonly address: string;
}

/** In UTF-16 units: what is read of an address field. */
const longest = 60_000;

/** The mailboxes of a field, given with one character a byte; groups are taken apart. */
export function mailboxesOf(bytes: string, decoders: Decoders): readonly ReceivedMailbox[] {
  // The parser decodes word by word, which spoils characters that were cut in two. So it gets whole words.
  const { text } = fieldText(bytes.slice(0, longest), decoders, wholeWord);
  return addressParser(text, { flatten: true })
    .slice(0, mostAddresses + 1)
    .map(({ name, address = '' }) => {
      const isAddress = address.includes('@');
      return {
        name: tidied(isAddress ? name : [name, address].filter((piece) => piece !== '').join(' ')),
        address: isAddress ? address.trim() : '',
      };
    })
    .filter(({ name, address }) => name !== '' || address !== '');
}

const wholeWord = (text: string): string => `=?UTF-8?B?${base64(bytesOf(text))}?=`;
const tidied = (name: string): string => name.replaceAll(/\s+/g, ' ').trim();
