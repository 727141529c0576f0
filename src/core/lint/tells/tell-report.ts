/** The figures of tells for people. */
import { margin, oneSidedFrom, type Tells } from './tells.ts';

/** Lines in both languages: the sample, then every feature with its AUC, tells marked. */
export function tellReport({ lures, genuine, reach, single, together }: Tells): string {
  const allowed = Math.max(margin, reach);
  const allowedTogether = Math.max(margin, together.reach);
  const lines = single.map(
    ({ feature, auc, yes, isTell }) =>
      `  ${auc.toFixed(2)}  ${feature}${yes === undefined ? '' : ` (${yes.lures} : ${yes.genuine})`}${isTell ? '  ← 目印 / TELL' : ''}`,
  );
  return [
    `見分ける目印（フィッシング ${lures} 通、正規 ${genuine} 通）：AUC が 0.50 ± ${allowed.toFixed(2)} の外か、片方だけに${oneSidedFrom}通以上あれば目印`,
    `Tells (${lures} lures, ${genuine} genuine): an AUC beyond 0.50 ± ${allowed.toFixed(2)}, or a yes in ${oneSidedFrom} or more of one kind alone, is a tell`,
    ...lines,
    `  ${together.auc.toFixed(2)}  すべて合わせて / ${together.feature} (≤ ${(0.5 + allowedTogether).toFixed(2)})${together.isTell ? '  ← 目印 / TELL' : ''}`,
    '',
  ].join('\n');
}
