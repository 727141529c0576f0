/** Reads an untrusted log of moves, such as from storage or an LMS. Invalid moves are dropped. */
import { isFields } from '../scenario/read/from-outside.ts';
import { actionKinds } from '../scenario/format/vocabulary.ts';
import type { Action, Move, Reason } from './answer.ts';
import { sourceFrom } from './sources.ts';

/** The valid moves in order; `undefined` if the value is not a list. */
export function movesFrom(value: unknown): readonly Move[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((entry: unknown) => {
    const move = moveFrom(entry);
    return move === undefined ? [] : [move];
  });
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 200;

/** The range of a Date. The device's clock may be before 1970. */
const isTime = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 8.64e15;

function moveFrom(value: unknown): Move | undefined {
  if (!isFields(value)) return undefined;
  const { message, at, kind, region, verdict, confidence } = value;
  if (!isId(message) || !isTime(at)) return undefined;
  switch (kind) {
    case 'flag': {
      const { ink } = value;
      if (!isId(region)) return undefined;
      if (ink === undefined) return { kind, message, region, at };
      return ink === 'doubt' || ink === 'trust' ? { kind, message, region, ink, at } : undefined;
    }
    case 'unflag':
      return isId(region) ? { kind, message, region, at } : undefined;
    case 'look': {
      const source = sourceFrom(value['source']);
      return source === undefined ? undefined : { kind, message, source, at };
    }
    case 'judge': {
      if (verdict !== 'phish' && verdict !== 'legitimate') return undefined;
      if (typeof confidence !== 'number' || !(confidence >= 0.5 && confidence <= 1)) return undefined;
      return { kind, message, verdict, confidence, at };
    }
    case 'act': {
      const action = actionFrom(value['action']);
      return action === undefined ? undefined : { kind, message, action, at };
    }
    case 'reason': {
      const reason = reasonFrom(value['reason']);
      return reason === undefined ? undefined : { kind, message, reason, at };
    }
    case 'submit':
    case 'open':
    case 'hint':
    case 'extend':
    case 'expire':
      return { kind, message, at };
    default:
      return undefined;
  }
}

function actionFrom(value: unknown): Action | undefined {
  if (!isFields(value)) return undefined;
  const kind = actionKinds.find((known) => known === value['kind']);
  if (kind === undefined) return undefined;
  if (kind !== 'verify') return { kind };
  return isId(value['contact']) ? { kind, contact: value['contact'] } : undefined;
}

function reasonFrom(value: unknown): Reason | undefined {
  if (!isFields(value)) return undefined;
  const { kind, region } = value;
  switch (kind) {
    case 'region':
      return isId(region) ? { kind, region } : undefined;
    case 'whole':
    case 'unsaid':
      return { kind };
    default:
      return undefined;
  }
}
