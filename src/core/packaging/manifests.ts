/** The manifest of each LMS standard, as text. */

/** What a manifest says about a course. */
export interface Course {
  /** Stays the same over versions of the course. Letters, digits and hyphens; starts with a letter. */
  readonly id: string;
  readonly title: Readonly<Record<'ja' | 'en', string>>;
  /** The languages of the course's title. Where a standard allows only one title, the first is used. */
  readonly languages: readonly ('ja' | 'en')[];
  /** In percent, 0 to 100; undefined without a pass mark. */
  readonly passMark: number | undefined;
  /** Every file of the package with `/` in its path, including the page. */
  readonly files: readonly string[];
  readonly page: string;
}

const titleOf = ({ title, languages }: Course): string => escaped(title[languages[0] ?? 'ja']);

/**
 * imsmanifest.xml for SCORM 1.2 (CAM 1.2, 2.3). It has no mastery score: with one, Moodle marks learners as failed
 * who only open the course.
 */
export function scorm12Manifest(course: Course): string {
  const { id, files, page } = course;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${id}-organization">
    <organization identifier="${id}-organization">
      <title>${titleOf(course)}</title>
      <item identifier="${id}-item" identifierref="${id}-resource" isvisible="true">
        <title>${titleOf(course)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id}-resource" type="webcontent" adlcp:scormtype="sco" href="${escaped(page)}">
${files.map((file) => `      <file href="${escaped(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/**
 * imsmanifest.xml for SCORM 2004 4th edition (CAM 3.4). The content sets completion and success; the LMS derives
 * neither.
 */
export function scorm2004Manifest(course: Course): string {
  const { id, files, page, passMark } = course;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="${id}-organization">
    <organization identifier="${id}-organization" adlseq:objectivesGlobalToSystem="false">
      <title>${titleOf(course)}</title>
      <item identifier="${id}-item" identifierref="${id}-resource" isvisible="true">
        <title>${titleOf(course)}</title>
        <imsss:sequencing>
${passMark === undefined ? '' : primaryObjective(passMark)}          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id}-resource" type="webcontent" adlcp:scormType="sco" href="${escaped(page)}">
${files.map((file) => `      <file href="${escaped(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/**
 * The pass mark as the primary objective. The content receives it as cmi.scaled_passing_score, and the LMS judges
 * by it.
 */
function primaryObjective(passMark: number): string {
  return `          <imsss:objectives>
            <imsss:primaryObjective objectiveID="primary" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${scaled(passMark)}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>
`;
}

/** cmi5.xml (cmi5 section 14). Without a pass mark, the round only has to be completed. */
export function cmi5Structure(course: Course): string {
  const { id, page, passMark } = course;
  const iri = `https://mikiwame.example/courses/${id}`;
  const mark =
    passMark === undefined
      ? 'moveOn="Completed"'
      : `moveOn="CompletedAndPassed" masteryScore="${scaled(passMark)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${iri}">
    <title>
${langstrings(course)}
    </title>
    <description>
${langstrings(course)}
    </description>
  </course>
  <au id="${iri}/au" ${mark} launchMethod="AnyWindow">
    <title>
${langstrings(course)}
    </title>
    <description>
${langstrings(course)}
    </description>
    <url>${escaped(page)}</url>
  </au>
</courseStructure>
`;
}

function langstrings({ title, languages }: Course): string {
  return languages
    .map((language) => `      <langstring lang="${language}">${escaped(title[language])}</langstring>`)
    .join('\n');
}

const scaled = (passMark: number): string => String(Math.round(passMark * 100) / 10_000);

/**
 * Escapes a text for an element or a double-quoted attribute. Drops control characters, which XML 1.0 cannot
 * contain.
 */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u{FFFE}\u{FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
