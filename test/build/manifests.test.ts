// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import frozen from '../fixtures/manifests-1.json' with { type: 'json' };
import {
  cmi5Structure,
  type Course,
  scorm12Manifest,
  scorm2004Manifest,
} from '../../src/core/packaging/manifests.ts';

const course: Course = {
  id: 'mikiwame-office',
  title: { ja: '見極め <総務> & "経理"\u0007', en: 'Tell them apart' },
  languages: ['ja', 'en'],
  passMark: 70,
  files: ['content.js', 'content/packs/office/assets/logo.svg', 'game.js', 'index.html'],
  page: 'index.html',
};

/** The document, which is refused where it is not well-formed. */
function parsed(xml: string): Document {
  return new DOMParser().parseFromString(xml, 'text/xml');
}

const texts = (document: Document, name: string): readonly (string | null)[] =>
  [...document.getElementsByTagName(name)].map(({ textContent }) => textContent);

describe('the manifest', () => {
  it('has the bytes of earlier versions, so that an LMS recognises the course when a package is replaced', () => {
    const { course: earlier, ...written } = frozen;
    const same: Course = { ...earlier, languages: ['ja', 'en'] };
    expect({
      scorm12: scorm12Manifest(same),
      scorm2004: scorm2004Manifest(same),
      cmi5: cmi5Structure(same),
    }).toEqual(written);
  });

  it.each([scorm12Manifest, scorm2004Manifest])(
    'of SCORM lists every file once and names the course',
    (write) => {
      const document = parsed(write(course));
      expect([...document.getElementsByTagName('file')].map((file) => file.getAttribute('href'))).toEqual(
        course.files,
      );
      expect(texts(document, 'title')).toEqual(['見極め <総務> & "経理"', '見極め <総務> & "経理"']);
      for (const element of document.querySelectorAll('[identifier]')) {
        expect(element.getAttribute('identifier')).toMatch(/^[A-Za-z_][\w.-]*$/);
      }
    },
  );

  it('of SCORM 1.2 says scormtype in small letters and its version', () => {
    const document = parsed(scorm12Manifest(course));
    const [resource] = document.getElementsByTagName('resource');
    expect(resource?.getAttributeNS('http://www.adlnet.org/xsd/adlcp_rootv1p2', 'scormtype')).toBe('sco');
    expect(texts(document, 'schemaversion')).toEqual(['1.2']);
    expect(document.getElementsByTagName('adlcp:masteryscore')).toHaveLength(0);
  });

  it('of SCORM 2004 says scormType with its capital, its edition and the pass mark', () => {
    const document = parsed(scorm2004Manifest(course));
    const [resource] = document.getElementsByTagName('resource');
    expect(resource?.getAttributeNS('http://www.adlnet.org/xsd/adlcp_v1p3', 'scormType')).toBe('sco');
    expect(texts(document, 'schemaversion')).toEqual(['2004 4th Edition']);
    expect(texts(document, 'imsss:minNormalizedMeasure')).toEqual(['0.7']);
  });

  it('of SCORM 2004 has no objective without a pass mark', () => {
    const document = parsed(scorm2004Manifest({ ...course, passMark: undefined }));
    expect(document.getElementsByTagName('imsss:primaryObjective')).toHaveLength(0);
  });

  it('of cmi5 names course and unit in both languages, with mastery score and moveOn', () => {
    const document = parsed(cmi5Structure(course));
    const [unit] = document.getElementsByTagName('au');
    expect(unit?.getAttribute('masteryScore')).toBe('0.7');
    expect(unit?.getAttribute('moveOn')).toBe('CompletedAndPassed');
    expect(texts(document, 'url')).toEqual(['index.html']);
    expect([...document.getElementsByTagName('langstring')].map((text) => text.getAttribute('lang'))).toEqual(
      Array.from({ length: 4 }, () => ['ja', 'en']).flat(),
    );
  });
});
