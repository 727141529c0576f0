/** What the worker of a cmi5 package and its page agree on. */

/** The name of the worker's file, beside the page. */
export const reloadWorkerFile = 'reload-worker.js';

/** The type of the message that a page is about to be loaded again. */
export const reloadMessage = 'reload';
