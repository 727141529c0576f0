/** What browsers refuse, in private windows, strict settings and frames, on full disks and after a while in the background. */

export interface StorageFault {
  readonly name: string;
  /** Whether the device still keeps the round. */
  readonly keeps: boolean;
  /** A script that runs before the page's own. */
  readonly script: string;
}

/** Makes a getter throw, as in browsers that block storage. */
const refused = (owner: string, property: string): string =>
  `Object.defineProperty(${owner}, '${property}', {
    configurable: true,
    get: () => { throw new DOMException('The operation is insecure.', 'SecurityError'); },
  });`;

/** A feature that the browser does not have at all. */
const absent = (owner: string, property: string): string =>
  `Reflect.deleteProperty(${owner}, '${property}');
   if ('${property}' in ${owner}) Object.defineProperty(${owner}, '${property}', { configurable: true, value: undefined });`;

const throwing = (name: string): string => `() => { throw new DOMException('refused', '${name}'); }`;

export const storageFaults: readonly StorageFault[] = [
  { name: 'IndexedDB is refused', keeps: false, script: refused('window', 'indexedDB') },
  { name: 'IndexedDB is missing', keeps: false, script: absent('window', 'indexedDB') },
  {
    name: 'the database may not be opened',
    keeps: false,
    script: `IDBFactory.prototype.open = ${throwing('SecurityError')};`,
  },
  {
    name: 'opening the database fails later',
    keeps: false,
    script: `IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.assign(request, { error: new DOMException('', 'UnknownError'), readyState: 'done' });
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return request;
    };`,
  },
  {
    name: 'opening the database is never answered',
    keeps: false,
    script: 'IDBFactory.prototype.open = () => new EventTarget();',
  },
  {
    name: 'the device is full',
    keeps: false,
    script: ['add', 'put']
      .map((method) => `IDBObjectStore.prototype.${method} = ${throwing('QuotaExceededError')};`)
      .join('\n'),
  },
  {
    name: 'the connection to the database is lost once',
    keeps: true,
    script: `let left = 1;
      addEventListener('pointerdown', () => {
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (...asked) {
          if (left > 0 && asked[1] === 'readwrite') { left -= 1; throw new DOMException('', 'InvalidStateError'); }
          return Reflect.apply(transaction, this, asked);
        };
      }, { once: true, capture: true });`,
  },
  {
    name: 'channels between tabs are refused',
    keeps: true,
    script: `window.BroadcastChannel = class { constructor() { (${throwing('SecurityError')})(); } };`,
  },
  { name: 'channels between tabs are missing', keeps: true, script: absent('window', 'BroadcastChannel') },
  {
    name: 'session and local storage are refused',
    keeps: true,
    script: refused('window', 'sessionStorage') + refused('window', 'localStorage'),
  },
  {
    name: 'session and local storage hold nothing',
    keeps: true,
    script: `Storage.prototype.setItem = ${throwing('QuotaExceededError')};
      Storage.prototype.getItem = () => null;`,
  },
  {
    name: 'service workers are refused',
    keeps: true,
    script: `navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'));`,
  },
  {
    name: 'service workers may not be named',
    keeps: true,
    script: refused('Navigator.prototype', 'serviceWorker'),
  },
  {
    name: 'service workers are missing',
    keeps: true,
    script: absent('Navigator.prototype', 'serviceWorker'),
  },
  { name: 'caches are refused', keeps: true, script: refused('window', 'caches') },
  {
    name: 'locks and lasting storage are missing',
    keeps: true,
    script: absent('Navigator.prototype', 'locks') + absent('Navigator.prototype', 'storage'),
  },
  {
    name: 'locks and lasting storage are refused',
    keeps: true,
    script: refused('Navigator.prototype', 'locks') + refused('Navigator.prototype', 'storage'),
  },
];
