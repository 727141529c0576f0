/** The browsers of this machine beside Chromium: Firefox, which Playwright drives, and WebKit with its own driver (Debian: webkit2gtk-driver). */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const firefoxes = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Path of Firefox: FIREFOX_PATH, otherwise the system's, otherwise undefined. */
export function findFirefox() {
  return (
    wanted('FIREFOX_PATH') ?? inPath('firefox-esr', 'firefox') ?? firefoxes.find((path) => existsSync(path))
  );
}

/**
 * Path of a WebKitGTK driver: WEBKIT_DRIVER_PATH, else the system's, else undefined. The browser of that driver shows a window, so
 * there must be a screen, or Xvfb to make one.
 */
export function findWebKit() {
  const driver = wanted('WEBKIT_DRIVER_PATH') ?? inPath('WebKitWebDriver');
  const hasScreen = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return hasScreen || findXvfb() !== undefined ? driver : undefined;
}

export const findXvfb = () => inPath('Xvfb');

function wanted(name) {
  const path = process.env[name];
  if (path !== undefined && !existsSync(path))
    throw new Error(`${name} is ${path}, but there is no such file.`);
  return path;
}

/** Path of the first of these programs that is installed. */
function inPath(...programs) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find((path) => existsSync(path));
}
