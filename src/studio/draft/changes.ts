/** Changes of values, in short. */
import type { ValueChange } from '../../core/draft/change-text.ts';
import type { JsonValue } from '../../core/draft/json.ts';
import type { Path } from '../../core/scenario/read/locate.ts';

/** The change that sets a value. */
export const set = (path: Path, value: JsonValue): ValueChange => ({ kind: 'set', path, value });
/** The change that removes a field or an item. */
export const remove = (path: Path): ValueChange => ({ kind: 'remove', path });
/** The change that adds an item to a list. */
export const insert = (path: Path, value: JsonValue): ValueChange => ({ kind: 'insert', path, value });
