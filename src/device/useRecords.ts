import { useEffect, useState } from 'react';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Memory } from './memory.ts';

/** All finished rounds; undefined until they are loaded. */
export function useRecords(records: Memory['records']): readonly RoundRecord[] | undefined {
  const [kept, setKept] = useState<readonly RoundRecord[]>();
  useEffect(() => {
    let current = true;
    void records().then((found) => current && setKept(found));
    return () => {
      current = false;
    };
  }, [records]);
  return kept;
}
