import { describe, expect, it } from 'vitest';
import { numbersFrom } from '../../../../src/core/lint/tells/chance.ts';
import { tellReport } from '../../../../src/core/lint/tells/tell-report.ts';
import { oneSidedFrom, type Sample, samplesOf, tellsOf } from '../../../../src/core/lint/tells/tells.ts';
import { aScenario } from '../../../fixtures/builders.ts';

/** A pack of so many twins, each with ten features that are nothing but noise, and one planted by the truth. */
function packOf(
  twins: number,
  planted: (lure: boolean, noise: number) => number,
  seed = 8,
): readonly Sample[] {
  const random = numbersFrom(seed);
  return Array.from({ length: twins }, (_, index) =>
    (['phish', 'legitimate'] as const).map((truth): Sample => {
      const noise = Array.from({ length: 10 }, (__, column) => [`noise ${column}`, random()]);
      return {
        truth,
        traces: {},
        archetype: `kind-${index % 12}`,
        features: { ...Object.fromEntries(noise), planted: planted(truth === 'phish', random()) },
      };
    }),
  ).flat();
}

const names = (samples: readonly Sample[]): readonly string[] =>
  tellsOf(samples).single.flatMap(({ feature, isTell }) => (isTell ? [feature] : []));

describe('the figures of tells', () => {
  it('find no tell in packs without one, except one in twenty by chance', () => {
    const all = Array.from({ length: 20 }, (_, seed) => tellsOf(packOf(20, (__, noise) => noise, seed)));
    expect(all.filter(({ single }) => single.some(({ isTell }) => isTell)).length).toBeLessThanOrEqual(2);
    expect(all.filter(({ together }) => together.isTell).length).toBeLessThanOrEqual(2);
  });

  it('find a planted one, by itself and among all features', () => {
    const samples = packOf(40, (lure, noise) => noise + (lure ? 0.6 : 0));
    expect(names(samples)).toEqual(['planted']);
    expect(tellsOf(samples).single[0]).toMatchObject({ feature: 'planted' });
    expect(tellsOf(samples).together.isTell).toBe(true);
  });

  it('find one that is smaller in lures', () => {
    const samples = packOf(40, (lure, noise) => noise - (lure ? 0.6 : 0));
    expect(tellsOf(samples).single[0]?.auc).toBeLessThan(0.3);
    expect(names(samples)).toEqual(['planted']);
  });

  it('find two features that tell only together', () => {
    const halves = packOf(60, (_, noise) => noise).map((sample, index): Sample => {
      const common = (index * 7_919) % 100;
      const sign = sample.truth === 'phish' ? 6 : -6;
      return { ...sample, features: { one: common + sign, other: common - sign } };
    });
    expect(names(halves)).toEqual([]);
    expect(tellsOf(halves).together.isTell).toBe(true);
  });

  it('report no tell if the sample is too small', () => {
    const samples = packOf(2, (lure, noise) => noise + (lure ? 1 : 0));
    expect(tellsOf(samples).reach).toBe(0.5);
    expect(names(samples)).toEqual([]);
  });

  it('find a rare feature that only one kind has, but not one that both have', () => {
    const rare = (others: number) =>
      packOf(40, () => 0).map((sample, index): Sample => {
        const isLure = sample.truth === 'phish';
        const has = isLure ? index < 2 * oneSidedFrom : index < 2 * others;
        return { ...sample, traces: { rare: Number(has) } };
      });
    expect(names(rare(0))).toEqual(['rare']);
    expect(tellsOf(rare(0)).single.find(({ feature }) => feature === 'rare')?.yes).toEqual({
      lures: oneSidedFrom,
      genuine: 0,
    });
    expect(names(rare(1))).toEqual([]);
    const lures = rare(0).filter(({ truth }) => truth === 'phish');
    expect(names(lures)).toEqual([]);
  });

  it('leave traces out of the combined figure', () => {
    const samples = packOf(40, () => 0).map((sample): Sample => ({
      ...sample,
      traces: { planted: Number(sample.truth === 'phish') },
    }));
    expect(names(samples)).toEqual(['planted']);
    expect(tellsOf(samples).together.isTell).toBe(false);
  });

  it('leave out what never varies', () => {
    expect(tellsOf(packOf(4, () => 1)).single.map(({ feature }) => feature)).not.toContain('planted');
  });

  it('are the same each time', () => {
    const samples = packOf(20, (_, noise) => noise);
    expect(tellsOf(samples)).toEqual(tellsOf(samples));
  });

  it('count the messages of a scenario', () => {
    expect(tellsOf(samplesOf(aScenario()))).toMatchObject({ lures: 1, genuine: 1 });
    expect(tellsOf([])).toMatchObject({ lures: 0, genuine: 0, single: [] });
  });

  it('are printed with every feature and the margin, tells marked', () => {
    const report = tellReport(tellsOf(packOf(40, (lure) => Number(lure))));
    expect(report).toContain('40 lures, 40 genuine');
    expect(report).toMatch(/1\.00 {2}planted \(40 : 0\) {2}← 目印 \/ TELL/);
    expect(report.split('\n').filter((line) => line.includes('noise'))).toHaveLength(10);
  });
});
