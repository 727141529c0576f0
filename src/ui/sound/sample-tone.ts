import { askAgain, loadOnce } from '../../loading/load-once.ts';
import type { Sounding } from './sound.ts';

const sounding = loadOnce(() => import('./sound.ts'));

/** Plays a tone for a player who has just switched sound on. Rejects if the code for it does not load. */
export async function sampleTone(): Promise<Sounding> {
  askAgain();
  return (await sounding()).playTone('found');
}
