/** A SCORM LMS stricter than most: limits, formats, order and session state are checked at every call. */
export interface StrictScorm {
  readonly api: object;
  readonly values: Map<string, string>;
  readonly calls: string[];
  /** Refused calls with their errors. */
  readonly refused: string[];
  readonly commits: () => number;
  /** Makes the call of that name fail in that way. */
  readonly break: (call: string, how: Breakage | undefined) => void;
  /** Starts the next session of the same attempt. */
  readonly again: () => void;
  readonly state: () => 'new' | 'open' | 'closed';
}

export type Breakage = 'refuses' | 'throws' | 'gives nothing' | 'gives an object' | 'is missing';

const patterns = {
  scorm12: [
    [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
    [/^cmi\.core\.exit$/, /^(|suspend|logout|time-out)$/],
    [/^cmi\.core\.session_time$/, /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/],
    [/^cmi\.core\.score\.(raw|min|max)$/, /^\d{1,3}(\.\d{1,2})?$/],
    [/^cmi\.suspend_data$/, /^[\x20-\x7e]{0,4096}$/],
    [/^cmi\.interactions\.\d+\.id$/, /^[A-Za-z0-9_-]{1,255}$/],
    [
      /^cmi\.interactions\.\d+\.type$/,
      /^(true-false|choice|fill-in|matching|performance|likert|sequencing|numeric)$/,
    ],
    [/^cmi\.interactions\.\d+\.time$/, /^\d\d:\d\d:\d\d(\.\d{1,2})?$/],
    [/^cmi\.interactions\.\d+\.latency$/, /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/],
    [/^cmi\.interactions\.\d+\.student_response$/, /^[a-z0-9](,[a-z0-9])*$/],
    [/^cmi\.interactions\.\d+\.correct_responses\.0\.pattern$/, /^[a-z0-9](,[a-z0-9])*$/],
    [/^cmi\.interactions\.\d+\.result$/, /^(correct|wrong|unanticipated|neutral)$/],
    [/^cmi\.objectives\.\d+\.id$/, /^[A-Za-z0-9_-]{1,255}$/],
    [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, /^\d{1,3}(\.\d{1,2})?$/],
    [/^cmi\.objectives\.\d+\.status$/, /^(passed|completed|failed|incomplete|browsed|not attempted)$/],
  ],
  scorm2004: [
    [/^cmi\.completion_status$/, /^(completed|incomplete|not attempted|unknown)$/],
    [/^cmi\.success_status$/, /^(passed|failed|unknown)$/],
    [/^cmi\.exit$/, /^(|normal|suspend|time-out)$/],
    [/^cmi\.session_time$/, /^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/],
    [/^cmi\.score\.scaled$/, /^-?(0(\.\d{1,7})?|1)$/],
    [/^cmi\.score\.(raw|min|max)$/, /^\d{1,3}(\.\d{1,7})?$/],
    [/^cmi\.progress_measure$/, /^(0(\.\d{1,7})?|1)$/],
    [/^cmi\.suspend_data$/, /^[^]{0,64000}$/],
    [/^cmi\.interactions\.\d+\.id$/, /^urn:[A-Za-z0-9-]+:[A-Za-z0-9:_.-]+$/],
    [
      /^cmi\.interactions\.\d+\.type$/,
      /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/,
    ],
    [/^cmi\.interactions\.\d+\.timestamp$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}Z)?$/],
    [/^cmi\.interactions\.\d+\.latency$/, /^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/],
    [/^cmi\.interactions\.\d+\.learner_response$/, /^[A-Za-z0-9_.]+$/],
    [/^cmi\.interactions\.\d+\.correct_responses\.0\.pattern$/, /^[A-Za-z0-9_.]+$/],
    [/^cmi\.interactions\.\d+\.result$/, /^(correct|incorrect|unanticipated|neutral)$/],
    [/^cmi\.interactions\.\d+\.description$/, /^[^]{1,250}$/],
    [/^cmi\.objectives\.\d+\.id$/, /^urn:[A-Za-z0-9-]+:[A-Za-z0-9:_.-]+$/],
    [/^cmi\.objectives\.\d+\.score\.scaled$/, /^-?(0(\.\d{1,7})?|1)$/],
    [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, /^\d{1,3}(\.\d{1,7})?$/],
    [/^cmi\.objectives\.\d+\.completion_status$/, /^(completed|incomplete|not attempted|unknown)$/],
    [/^adl\.nav\.request$/, /^(suspendAll|exitAll)$/],
  ],
} as const;

const writeOnly = /(^cmi\.(core\.)?(exit|session_time)$)|^cmi\.interactions\.\d/;

export function strictScorm(
  version: 'scorm12' | 'scorm2004',
  first: Readonly<Record<string, string>> = {},
): StrictScorm {
  const names =
    version === 'scorm12'
      ? [
          'LMSInitialize',
          'LMSFinish',
          'LMSGetValue',
          'LMSSetValue',
          'LMSCommit',
          'LMSGetLastError',
          'LMSGetErrorString',
        ]
      : ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString'];
  const values = new Map(Object.entries(first));
  const calls: string[] = [];
  const refused: string[] = [];
  const broken = new Map<string, Breakage>();
  let state: 'new' | 'open' | 'closed' = 'new';
  let error = '0';
  let commits = 0;
  const answer = (code: string, value = 'true'): string => {
    error = code;
    return code === '0' ? value : value === 'true' ? 'false' : '';
  };
  const count = (list: string): number =>
    new Set(
      [...values.keys()].flatMap(
        (key) => new RegExp(`^${list.replaceAll('.', '\\.')}\\.(\\d+)\\.`).exec(key)?.[1] ?? [],
      ),
    ).size;

  const initialize = (): string => {
    if (state === 'open') return answer('103');
    if (state === 'closed') return answer('104');
    state = 'open';
    return answer('0');
  };
  const terminate = (): string => {
    if (state !== 'open') return answer('112');
    state = 'closed';
    return answer('0');
  };
  const get = (element: string): string => {
    if (state !== 'open') return answer('122', '');
    if (writeOnly.test(element)) return answer('405', '');
    if (element === 'cmi.interactions._count' || element === 'cmi.objectives._count') {
      return answer('0', String(count(element.replace('._count', ''))));
    }
    if (element.endsWith('._children')) return answer('0', 'id,type');
    return answer('0', values.get(element) ?? '');
  };
  const set = (element: string, value: unknown): string => {
    if (state !== 'open') return answer('132');
    if (typeof value !== 'string') return answer('406');
    const pattern = patterns[version].find(([name]) => name.test(element))?.[1];
    if (pattern === undefined) return answer('401');
    if (!pattern.test(value)) return answer('406');
    const [, list, place, part] = /^(cmi\.(?:interactions|objectives))\.(\d+)\.(.+)$/.exec(element) ?? [];
    if (list !== undefined && place !== undefined) {
      if (Number(place) > count(list)) return answer('351');
      if (part !== 'id' && !values.has(`${list}.${place}.id`)) return answer('408');
      const same = [...values].some(
        ([key, other]) =>
          key.startsWith(`${list}.`) && key.endsWith('.id') && key !== element && other === value,
      );
      if (part === 'id' && (same || (values.has(element) && values.get(element) !== value)))
        return answer('351');
    }
    values.set(element, value);
    return answer('0');
  };
  const commit = (): string => {
    if (state !== 'open') return answer('142');
    commits += 1;
    return answer('0');
  };
  const functions: readonly ((...parameters: never[]) => unknown)[] = [
    (parameter: unknown) => (parameter === '' ? initialize() : answer('201')),
    (parameter: unknown) => (parameter === '' ? terminate() : answer('201')),
    get,
    set,
    (parameter: unknown) => (parameter === '' ? commit() : answer('201')),
    () => error,
    (code: unknown) => `error ${String(code)}`,
  ];
  const api = Object.fromEntries(
    names.map((name, place) => [
      name,
      (...parameters: never[]) => {
        const how = broken.get(name);
        if (place < 5) calls.push(`${name}(${parameters.map(String).join(', ')})`);
        if (how === 'throws') throw new Error('the LMS is gone');
        if (how === 'gives nothing') return undefined;
        if (how === 'gives an object') return { true: true };
        if (how === 'refuses') return answer('101', place === 2 ? '' : 'true');
        const given = functions[place]?.(...parameters);
        if (error !== '0' && place < 5) refused.push(`${calls.at(-1) ?? name}: ${error}`);
        return given;
      },
    ]),
  );
  return {
    api: new Proxy(api, {
      get: (owner, name: string) =>
        broken.get(name) === 'is missing' ? undefined : Reflect.get(owner, name),
    }),
    values,
    calls,
    refused,
    commits: () => commits,
    break: (call, how) => {
      if (how === undefined) broken.delete(call);
      else broken.set(call, how);
    },
    again: () => {
      state = 'new';
      calls.length = 0;
    },
    state: () => state,
  };
}
