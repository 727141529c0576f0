/** Checks a statement against xAPI 1.0.3 (part 2, section 2). Returns each violation in a sentence. */

type Fields = Readonly<Record<string, unknown>>;

const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** ISO 8601 with the designators in their order, at least one of them, and no more than two decimals. */
const duration = /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;
/** RFC 3339 with at most milliseconds, and without the offset -00:00. */
const timestamp = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function xapiOffences(statement: unknown): readonly string[] {
  const offences: string[] = [];
  const offend = (condition: boolean, where: string, what: string): void => {
    if (condition) offences.push(`${where}: ${what}`);
  };
  const fields = (value: unknown, where: string, known: readonly string[]): Fields => {
    if (!isFields(value)) {
      offend(true, where, 'no object');
      return {};
    }
    for (const name of Object.keys(value)) offend(!known.includes(name), where, `unknown field ${name}`);
    return value;
  };
  const words = (value: unknown, where: string): void => {
    for (const [language, text] of Object.entries(isFields(value) ? value : { '': '' })) {
      offend(!tag.test(language), where, `no language: ${language}`);
      offend(typeof text !== 'string' || text === '', where, 'no text');
    }
  };
  const extensions = (value: unknown, where: string): void => {
    for (const name of Object.keys(isFields(value) ? value : { '': '' })) {
      offend(!iri.test(name), where, `an extension that is no IRI: ${name}`);
    }
  };
  const agent = (value: unknown, where: string): void => {
    const given = fields(value, where, ['objectType', 'name', 'mbox', 'mbox_sha1sum', 'openid', 'account']);
    const names = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((name) => name in given);
    offend(names.length !== 1, where, 'not exactly one identifier');
    if ('mbox' in given) offend(!/^mailto:.+@.+/.test(String(given['mbox'])), where, 'mbox');
    if ('account' in given) {
      const { homePage, name } = fields(given['account'], `${where}.account`, ['homePage', 'name']);
      offend(!iri.test(String(homePage)) || typeof name !== 'string', where, 'account');
    }
  };
  const activity = (value: unknown, where: string): void => {
    const given = fields(value, where, ['objectType', 'id', 'definition']);
    offend(!iri.test(String(given['id'])), where, 'its id is no IRI');
    offend((given['objectType'] ?? 'Activity') !== 'Activity', where, 'it is no activity');
    if (!('definition' in given)) return;
    const definition = fields(given['definition'], `${where}.definition`, [
      'name',
      'description',
      'type',
      'moreInfo',
      'extensions',
      'interactionType',
      'choices',
      'correctResponsesPattern',
    ]);
    if ('name' in definition) words(definition['name'], `${where}.name`);
    if ('description' in definition) words(definition['description'], `${where}.description`);
    if ('type' in definition) offend(!iri.test(String(definition['type'])), where, 'its type is no IRI');
    if ('extensions' in definition) extensions(definition['extensions'], where);
    if (definition['interactionType'] !== 'choice') return;
    const choices = Array.isArray(definition['choices']) ? definition['choices'] : [];
    const ids = choices.map((choice) => {
      const { id, description } = fields(choice, `${where}.choices`, ['id', 'description']);
      words(description, `${where}.choices`);
      return id;
    });
    offend(new Set(ids).size !== ids.length, where, 'a choice twice');
    const patterns = Array.isArray(definition['correctResponsesPattern'])
      ? definition['correctResponsesPattern']
      : [];
    offend(patterns.length === 0, where, 'no correct response');
    for (const pattern of patterns)
      offend(!ids.includes(pattern), where, 'a correct response that is no choice');
  };
  const number = (value: unknown, low: number, high: number, where: string): void => {
    if (value !== undefined) offend(typeof value !== 'number' || value < low || value > high, where, 'range');
  };

  const said = fields(statement, 'statement', [
    'id',
    'actor',
    'verb',
    'object',
    'result',
    'context',
    'timestamp',
  ]);
  offend(!uuid.test(String(said['id'])), 'id', 'no UUID');
  offend(!timestamp.test(String(said['timestamp'])), 'timestamp', 'not in UTC');
  agent(said['actor'], 'actor');
  const verb = fields(said['verb'], 'verb', ['id', 'display']);
  offend(!iri.test(String(verb['id'])), 'verb', 'its id is no IRI');
  words(verb['display'], 'verb.display');
  activity(said['object'], 'object');
  if ('result' in said) {
    const result = fields(said['result'], 'result', [
      'score',
      'success',
      'completion',
      'response',
      'duration',
      'extensions',
    ]);
    if ('score' in result) {
      const score = fields(result['score'], 'score', ['scaled', 'raw', 'min', 'max']);
      number(score['scaled'], -1, 1, 'scaled');
      number(score['raw'], Number(score['min'] ?? -Infinity), Number(score['max'] ?? Infinity), 'raw');
      offend(/\.\d{5}/.test(JSON.stringify(score)), 'score', 'more decimals than it has meaning');
    }
    for (const name of ['success', 'completion']) {
      if (name in result) offend(typeof result[name] !== 'boolean', name, 'no boolean');
    }
    if ('response' in result) offend(typeof result['response'] !== 'string', 'response', 'no text');
    if ('duration' in result) offend(!duration.test(String(result['duration'])), 'duration', 'not ISO 8601');
    if ('extensions' in result) extensions(result['extensions'], 'result');
  }
  if ('context' in said) {
    const context = fields(said['context'], 'context', [
      'registration',
      'contextActivities',
      'extensions',
      'platform',
      'language',
      'revision',
    ]);
    if ('registration' in context)
      offend(!uuid.test(String(context['registration'])), 'registration', 'no UUID');
    if ('extensions' in context) extensions(context['extensions'], 'context');
    if ('contextActivities' in context) {
      const lists = fields(context['contextActivities'], 'contextActivities', [
        'parent',
        'grouping',
        'category',
        'other',
      ]);
      for (const [name, list] of Object.entries(lists)) {
        offend(!Array.isArray(list) || list.length === 0, name, 'no list');
        for (const one of Array.isArray(list) ? list : []) activity(one, name);
      }
    }
  }
  return offences;
}
