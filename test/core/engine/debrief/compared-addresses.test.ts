import { describe, expect, it } from 'vitest';
import { comparedAddresses, differing } from '../../../../src/core/engine/debrief/compared-addresses.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../../../fixtures/builders.ts';

describe('what arrived beside what is genuine', () => {
  it('differs after the @ and before the labels that both share', () => {
    expect(differing('pay@tasuki-pay.example', 'notice@tasuki.example')).toEqual({
      arrived: { before: 'pay@', differs: 'tasuki-pay', after: '.example' },
      genuine: { before: 'notice@', differs: 'tasuki', after: '.example' },
    });
    expect(differing('kamome.example.net', 'kamome-bin.example').arrived).toEqual({
      before: '',
      differs: 'kamome.example.net',
      after: '',
    });
  });

  it('is not compared for a genuine message, or if no known organisation has the name', () => {
    const genuine = aLegitimateMessage();
    const scenario = aScenario({ messages: [aMessage(), genuine], directory: [] });
    expect(comparedAddresses(genuine, ['field/fromAddress'], scenario)).toBeUndefined();
    expect(comparedAddresses(aMessage(), ['field/fromAddress'], scenario)).toBeUndefined();
  });
});
