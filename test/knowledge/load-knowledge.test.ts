import { readFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../src/core/domain/catalogue.ts'
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts'
import { loadContent, loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { type Edit, fixture, withBrokenCopy } from './broken-copy.ts'

/** What loading a folder complains about, with files named from the folder. */
function complaints(dir: string): string[] {
  try {
    loadContent(dir)
    return []
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return error.message.replaceAll(`${dir}/`, '').split('\n')
  }
}

interface Broken extends Edit {
  fault: string
  says: string
}

const broken: Broken[] = [
  {
    fault: 'a missing field',
    file: 'blips/faq.yml',
    find: '  title: What is Dorn?\n',
    put: '',
    says: 'blips/faq.yml:9 what-is-dorn.title: is missing. Add title.',
  },
  {
    fault: 'a field that does not exist',
    file: 'blips/faq.yml',
    find: 'answer: Dorn',
    put: 'anwser: Dorn',
    says: 'blips/faq.yml:11 what-is-dorn.anwser: is no field. Fields here are id, title, answer, cites, ownReading, points, more, checks, wordings, see, positions, criteria, pick.',
  },
  {
    fault: 'a text that is too long',
    file: 'blips/tables.yml',
    find: 'Blip is the loudest of the three.',
    put: `Blip is ${'very '.repeat(15)}loud.`,
    says: 'blips/tables.yml:3 sones.answer: has 88 characters, at most 80 fit. Shorten it by 8.',
  },
  {
    fault: 'too many points',
    file: 'blips/scenarios.yml',
    find: '  wordings:',
    put: '  points:\n    - { text: A., cites: ["G0:4"] }\n    - { text: B., cites: ["G0:4"] }\n    - { text: C., cites: ["G0:4"] }\n  wordings:',
    says: 'blips/scenarios.yml:7 fair.points: has 3 items, at most 2 fit. Take away 1; details belong in more.',
  },
  {
    fault: 'a claim without citation',
    file: 'blips/criteria.yml',
    find: '      cites: ["G0:4"]\n  checks:',
    put: '      cites: []\n  checks:',
    says: 'blips/criteria.yml:8 loudness.points[0].cites: has 0 items, at least 1 are needed. Add to cites.',
  },
  {
    fault: 'a date that YAML reads as a number',
    file: 'blips/sources.yml',
    find: 'date: "2029"',
    put: 'date: 2029',
    says: 'blips/sources.yml:4 G0.date: is read as a number. Put the value in quotes.',
  },
  {
    fault: 'an address that a browser would run',
    file: 'blips/sources.yml',
    find: 'https://example.org/blip',
    put: 'javascript:alert(1)',
    says: 'blips/sources.yml:19 blip-manual.url: "javascript:alert(1)" is not in the right form. Give a full address on the web, such as https://example.org/page.',
  },
  {
    fault: 'an id in capitals',
    file: 'blips/scenarios.yml',
    find: 'id: fair',
    put: 'id: Fair',
    says: 'blips/scenarios.yml:1 Fair.id: "Fair" is not in the right form. Use lower-case letters, digits and hyphens, a letter first.',
  },
  {
    fault: 'a citation out of form',
    file: 'blips/scenarios.yml',
    find: '"G0:4"',
    put: '"G0 line 4"',
    says: 'blips/scenarios.yml:6 fair.cites[0]: "G0 line 4" is not in the right form. A citation is SOURCE:LINE, SOURCE:FROM-TO or SOURCE#section.',
  },
  {
    fault: 'a tier that does not exist',
    file: 'blips/rules.yml',
    find: 'tier: C',
    put: 'tier: E',
    says: 'blips/rules.yml:22 rules[damp].tier: "E" is none of the allowed words. Use one of A, B, C, D, must.',
  },
  {
    fault: 'a rule of a house where there is none',
    file: 'blips/rules.yml',
    find: 'tier: C',
    put: 'tier: must',
    says: 'blips/rules.yml:22 rules[damp].tier: is of a house, and this folder has no house.yml. Put it into a folder with a house.yml that names its owner and sources, or use A, B, C or D.',
  },
  {
    fault: 'a map where a list belongs',
    file: 'blips/scenarios.yml',
    find: 'facts: [loud]',
    put: 'facts: { loud: true }',
    says: 'blips/scenarios.yml:3 fair.facts: is a map where a list belongs. Compare it with the example in the README of the knowledge folder.',
  },
  {
    fault: 'a file that is no list',
    file: 'blips/scenarios.yml',
    put: 'fair: yes\n',
    says: 'blips/scenarios.yml:1 is no list. Begin each item with "- id:".',
  },
  {
    fault: 'a list that was emptied',
    file: 'blips/criteria.yml',
    put: '',
    says: 'blips/criteria.yml:1 is empty. Write items, or "[]", or remove the file.',
  },
  {
    fault: 'a list of comments alone',
    file: 'blips/tables.yml',
    put: '# Nothing yet.\n',
    says: 'blips/tables.yml:1 is empty. Write items, or "[]", or remove the file.',
  },
  {
    fault: 'sources that were emptied',
    file: 'blips/sources.yml',
    put: '',
    says: 'blips/sources.yml:1 is empty. Write at least one item.',
  },
  {
    fault: 'no source at all',
    file: 'blips/sources.yml',
    put: '[]\n',
    says: 'blips/sources.yml:1 holds no item. Write at least one.',
  },
  {
    fault: 'text that is no YAML',
    file: 'blips/faq.yml',
    find: 'title: What is Blip?',
    put: 'title: Blip: what?',
    says: 'blips/faq.yml:2 is not valid YAML here: bad indentation of a mapping entry. Check indentation, and quote texts that hold ": " or " #" or start with a sign.',
  },
  {
    fault: 'a line that is indented by a tab',
    file: 'blips/faq.yml',
    find: '  title: What is Blip?',
    put: '\ttitle: What is Blip?',
    says: 'blips/faq.yml:2 begins with a tab. Indent with spaces.',
  },
  {
    fault: 'a list in another encoding',
    file: 'blips/faq.yml',
    find: 'noise maker from',
    put: 'noise maker \uFFFD from',
    says: 'blips/faq.yml:3 is not UTF-8. Save it as UTF-8, and write anew what reads as \uFFFD.',
  },
  {
    fault: 'wordings in another encoding',
    file: 'blips/wordings.tsv',
    find: 'blip,',
    put: 'bl\uFFFDp,',
    says: 'blips/wordings.tsv:1 is not UTF-8. Save it as UTF-8, and write anew what reads as \uFFFD.',
  },
  {
    fault: 'a second document in a file',
    file: 'blips/faq.yml',
    find: '- id: what-is-dorn',
    put: '---\n- id: what-is-dorn',
    says: 'blips/faq.yml:10 is where a second document begins. Remove the "---" before it.',
  },
  {
    fault: 'a key given twice',
    file: 'blips/faq.yml',
    find: '  title: What is Blip?',
    put: '  title: What is Blip?\n  title: What is a Blip?',
    says: 'blips/faq.yml:3 is not valid YAML here: duplicated mapping key. Check indentation, and quote texts that hold ": " or " #" or start with a sign.',
  },
  {
    fault: 'an id given twice',
    file: 'blips/faq.yml',
    find: 'id: what-is-dorn',
    put: 'id: what-is-blip',
    says: 'blips/faq.yml:9 what-is-blip.id: is an id that stands here already. Give each its own id.',
  },
  {
    fault: 'an unknown source',
    file: 'blips/faq.yml',
    find: '"G0:2"',
    put: '"G7:2"',
    says: 'blips/faq.yml:4 what-is-blip.cites[0]: "G7:2" cites an unknown source. Add it to sources.yml or correct the id.',
  },
  {
    fault: 'a guide cited without a line',
    file: 'blips/faq.yml',
    find: '"G0:2"',
    put: '"G0#start"',
    says: 'blips/faq.yml:4 what-is-blip.cites[0]: "G0#start" gives no line of a stored guide. Write G0:LINE or G0:FROM-TO.',
  },
  {
    fault: 'a public page cited by line',
    file: 'blips/criteria.yml',
    find: '"blip-manual#loudness"',
    put: '"blip-manual:3"',
    says: 'blips/criteria.yml:11 loudness.checks[0].cites[0]: "blip-manual:3" gives a line of a public page. Name the section: blip-manual#section.',
  },
  {
    fault: 'lines in the wrong order',
    file: 'blips/faq.yml',
    find: '"G1:2-4"',
    put: '"G1:4-2"',
    says: 'blips/faq.yml:12 what-is-dorn.cites[0]: "G1:4-2" is no range of lines. Lines count from 1, the smaller first.',
  },
  {
    fault: 'an unknown entry beside',
    file: 'blips/faq.yml',
    find: 'criterion/loudness',
    put: 'criterion/softness',
    says: 'blips/faq.yml:8 what-is-blip.see[0]: "criterion/softness" is no entry. Use a full id, such as faq/what-is-it.',
  },
  {
    fault: 'an entry beside itself',
    file: 'blips/faq.yml',
    find: 'criterion/loudness',
    put: 'faq/what-is-blip',
    says: 'blips/faq.yml:8 what-is-blip.see[0]: is the entry itself. Remove it.',
  },
  {
    fault: 'an unknown fact in a scenario',
    file: 'blips/scenarios.yml',
    find: '[loud]',
    put: '[lowd]',
    says: 'blips/scenarios.yml:3 fair.facts[0]: "lowd" is no fact. Did you mean loud? Use the id of a fact in facts.yml.',
  },
  {
    fault: 'a fact per option without its option',
    file: 'blips/rules.yml',
    find: 'when: [damp]',
    put: 'when: [damp, team]',
    says: 'blips/rules.yml:24 rules[damp].when[1]: "team" is no fact. Name the option: team/blip or team/dorn or team/kesh.',
  },
  {
    fault: 'a rule on a fact that pulls nothing',
    file: 'blips/rules.yml',
    find: 'when: [damp]',
    put: 'when: [fashion]',
    says: 'blips/rules.yml:24 rules[damp].when[0]: "fashion" pulls nothing. A rule needs a fact with pulls: true in facts.yml.',
  },
  {
    fault: 'a rule for an unknown option',
    file: 'blips/rules.yml',
    find: 'option: dorn',
    put: 'option: dorm',
    says: 'blips/rules.yml:23 rules[damp].option: "dorm" is no option. Use one of blip, dorn, kesh.',
  },
  {
    fault: 'a rule for an unknown part',
    file: 'blips/rules.yml',
    find: 'option: dorn',
    put: 'option: dorn\n    part: attic',
    says: 'blips/rules.yml:24 rules[damp].part: "attic" is no part. Use one of front, cellar, whole.',
  },
  {
    fault: 'a pick that is no option',
    file: 'blips/scenarios.yml',
    find: 'pick: blip',
    put: 'pick: quux',
    says: 'blips/scenarios.yml:4 fair.pick: "quux" is no pick. Use blip, dorn, kesh, both or either.',
  },
  {
    fault: 'a case with an unknown pick',
    file: 'blips/comparison.yml',
    find: 'pick: dorn',
    put: 'pick: door',
    says: 'blips/comparison.yml:15 overview.cases[1].pick: "door" is no pick. Use blip, dorn, kesh, both or either.',
  },
  {
    fault: 'a criterion of an answer that does not exist',
    file: 'blips/faq.yml',
    find: '  see: [criterion/loudness]',
    put: '  criteria: [colour]',
    says: 'blips/faq.yml:8 what-is-blip.criteria[0]: "colour" is no criterion. Use an id of criteria.yml.',
  },
  {
    fault: 'an overview row without its criterion',
    file: 'blips/comparison.yml',
    find: 'criteria: [loudness]',
    put: 'criteria: [loudness, colour]',
    says: 'blips/comparison.yml:17 overview.criteria[1]: "colour" is no criterion. Use an id of criteria.yml.',
  },
  {
    fault: 'an unknown nearest entry',
    file: 'blips/comparison.yml',
    find: 'faq/what-is-blip',
    put: 'faq/what-is-quux',
    says: 'blips/comparison.yml:22 named[0].nearest: "faq/what-is-quux" is no entry. Use a full id, such as faq/what-is-it.',
  },
  {
    fault: 'a position of an unknown source',
    file: 'blips/criteria.yml',
    find: '- guide: G1',
    put: '- guide: blip-leaflet',
    says: 'blips/criteria.yml:17 loudness.positions[1].guide: "blip-leaflet" is no source. Add it to sources.yml or correct the id.',
  },
  {
    fault: 'a grade to count that does not exist',
    file: 'blips/comparison.yml',
    find: 'subject: noise makers',
    put: 'subject: noise makers\ncounted: [rumour]',
    says: 'blips/comparison.yml:5 counted[0]: "rumour" is none of the allowed words. Use one of vendor-guide, primary, report.',
  },
  {
    fault: 'a day of reading that is no day',
    file: 'blips/sources.yml',
    find: 'date: "2029-05"',
    put: 'date: "2029-05"\n  checked: "2029-06"',
    says: 'blips/sources.yml:12 G1.checked: "2029-06" is not in the right form. A day is YYYY-MM-DD and in the calendar.',
  },
  {
    fault: 'a day that is in no calendar',
    file: 'blips/comparison.yml',
    find: 'reviewBy: "2030-01-31"',
    put: 'reviewBy: "2030-02-31"',
    says: 'blips/comparison.yml:3 reviewBy: "2030-02-31" is not in the right form. A day is YYYY-MM-DD and in the calendar.',
  },
  {
    fault: 'a date in a month that no year has',
    file: 'blips/sources.yml',
    find: 'date: "2029-05"',
    put: 'date: "2029-13"',
    says: 'blips/sources.yml:11 G1.date: "2029-13" is not in the right form. A date is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar.',
  },
  {
    fault: 'a date in full that is in no calendar',
    file: 'blips/sources.yml',
    find: 'date: "2029-06-01"',
    put: 'date: "2029-06-31"',
    says: 'blips/sources.yml:18 blip-manual.date: "2029-06-31" is not in the right form. A date is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar.',
  },
  {
    fault: 'a guide that speaks twice',
    file: 'blips/criteria.yml',
    find: '    - guide: G1\n      winner: dorn\n      at: ["G1:3"]',
    put: '    - guide: G0\n      winner: dorn\n      at: ["G0:5"]',
    says: 'blips/criteria.yml:17 loudness.positions[1].guide: G0 speaks twice. Put what it says in one position.',
  },
  {
    fault: 'a position that cites another guide',
    file: 'blips/criteria.yml',
    find: 'at: ["G1:3"]',
    put: 'at: ["G0:5"]',
    says: 'blips/criteria.yml:19 loudness.positions[1].at[0]: "G0:5" is not of G1. Cite G1 alone here.',
  },
  {
    fault: 'an unknown winner',
    file: 'blips/criteria.yml',
    find: 'winner: dorn',
    put: 'winner: nobody',
    says: 'blips/criteria.yml:18 loudness.positions[1].winner: "nobody" is no winner. Use one of blip, dorn, kesh, both, neither, mixed, none.',
  },
  {
    fault: 'words for an unknown option',
    file: 'blips/criteria.yml',
    find: 'kesh: Not measured.',
    put: 'cash: Not measured.',
    says: 'blips/criteria.yml:16 loudness.positions[0].says.cash: is no option. Use one of blip, dorn, kesh.',
  },
  {
    fault: 'winners that differ without a word on it',
    file: 'blips/criteria.yml',
    find: '  differ:\n    text: One guide prefers the quieter sound.\n    cites: ["G1:3"]\n',
    put: '',
    says: 'blips/criteria.yml:12 loudness.positions: name different winners, and differ is missing. Add differ: say who differs and why.',
  },
  {
    fault: 'a row with a cell missing',
    file: 'blips/tables.yml',
    find: 'cells: [Dorn, "300"]',
    put: 'cells: [Dorn, "300", louder]',
    says: 'blips/tables.yml:9 sones.rows[1].cells: has 3 cells under 2 columns. Give each column one cell.',
  },
  {
    fault: 'an alias of two options',
    file: 'blips/comparison.yml',
    find: 'aliases: [kesh]',
    put: 'aliases: [kesh, Blipp]',
    says: 'blips/comparison.yml:9 options[kesh].aliases[1]: "Blipp" means option kesh, and option blip in blips/comparison.yml:7. Remove one, or declare it under ambiguous.',
  },
  {
    fault: 'an alias given twice',
    file: 'blips/comparison.yml',
    find: 'aliases: [kesh]',
    put: 'aliases: [kesh, kesh]',
    says: 'blips/comparison.yml:9 options[kesh].aliases[1]: "kesh" stands here twice. Remove one.',
  },
  {
    fault: 'a tool of one option that is a framework of another',
    file: 'blips/vocabulary.yml',
    find: 'names: [blipctl]',
    put: 'names: [blipctl, dornado]',
    says: 'blips/vocabulary.yml:10 tools[0].names[1]: "dornado" means option blip, and option dorn in blips/comparison.yml:8. Remove one, or declare it under ambiguous.',
  },
  {
    fault: 'a tool for an unknown option',
    file: 'blips/vocabulary.yml',
    find: 'option: blip',
    put: 'option: blop',
    says: 'blips/vocabulary.yml:10 tools[0].option: "blop" is no option. Use one of blip, dorn, kesh.',
  },
  {
    fault: 'a tool with an unknown fact',
    file: 'blips/vocabulary.yml',
    find: 'facts: [loud]',
    put: 'facts: [louder]',
    says: 'blips/vocabulary.yml:10 tools[0].facts[0]: "louder" is no fact. Did you mean loud? Use the id of a fact in facts.yml.',
  },
  {
    fault: 'a wording of two entries',
    file: 'blips/faq.yml',
    find: '    - what is dorn',
    put: '    - which is  Louder?',
    says: 'blips/faq.yml:14 what-is-dorn.wordings[0]: "which is  Louder?" is also a wording of criterion/loudness (blips/criteria.yml:24). Keep it with the entry that answers it better.',
  },
  {
    fault: 'a wording of an unknown entry',
    file: 'blips/wordings.tsv',
    find: 'faq/what-is-blip\tblip,',
    put: 'faq/blip\tblip,',
    says: 'blips/wordings.tsv:1 faq/blip: is no entry of this comparison. Did you mean faq/what-is-blip? Use a full id, such as faq/what-is-it.',
  },
  {
    fault: 'a wording without a tab',
    file: 'blips/wordings.tsv',
    find: '\tWhat',
    put: ' What',
    says: 'blips/wordings.tsv:2 is not an entry and a wording. Write the two with one tab between them.',
  },
  {
    fault: 'a rank given twice',
    file: 'facts.yml',
    find: 'rank: 2',
    put: 'rank: 1',
    says: 'facts.yml:24 facts[hum].rank: is the rank of loud too. Give each fact a rank of its own.',
  },
  {
    fault: 'a fact of an unknown part',
    file: 'facts.yml',
    find: 'part: cellar',
    put: 'part: attic',
    says: 'facts.yml:32 facts[damp].part: "attic" is no part. Use one of front, cellar, whole.',
  },
  {
    fault: 'thresholds that leave nothing between them',
    file: 'facts.yml',
    find: 'rank: 3',
    put: 'rank: 3\n    quantity: { units: [drops], yesFrom: 10, noUpTo: 20, cites: ["G7:4"] }',
    says: 'facts.yml:34 facts[damp].quantity.noUpTo: 20 is not below yesFrom, 10. Between the two the answer is open.',
  },
  {
    fault: 'a threshold of an unknown source',
    file: 'facts.yml',
    find: 'rank: 3',
    put: 'rank: 3\n    quantity: { units: [drops], yesFrom: 10, noUpTo: 20, cites: ["G7:4"] }',
    says: 'facts.yml:34 facts[damp].quantity.cites[0]: "G7:4" cites an unknown source. Cite a source of one of the comparisons.',
  },
  {
    fault: 'a fact that replaces nothing known',
    file: 'facts.yml',
    find: 'replaces: [hum]',
    put: 'replaces: [buzz]',
    says: 'facts.yml:15 facts[loud].replaces[0]: "buzz" is no other fact. Use the id of another fact of this file.',
  },
  {
    fault: 'a term of an unknown fact',
    file: 'language/terms.tsv',
    find: 'damp\t',
    put: 'wet\t',
    says: 'language/terms.tsv:3 wet: is no fact. Use the id of a fact in facts.yml.',
  },
  {
    fault: 'a file that nobody reads',
    file: 'blips/scenario.yml',
    put: '',
    says: 'blips/scenario.yml:1 is no file of a comparison, so nobody would read it. Use one of comparison.yml, sources.yml, rules.yml, vocabulary.yml, facts.yml, terms.tsv, wordings.tsv, criteria.yml, faq.yml, scenarios.yml, tables.yml, migration.yml, polyglot.yml, notes.yml.',
  },
  {
    fault: 'a file beside the comparisons that nobody reads',
    file: 'fact.yml',
    put: '',
    says: 'fact.yml:1 is no file of knowledge, so nobody would read it. Call it facts.yml, or put it into the folder of its comparison.',
  },
  {
    fault: 'a file of the language that nobody reads',
    file: 'language/term.tsv',
    put: '',
    says: 'language/term.tsv:1 is no file of language, so nobody would read it. Use one of language.yml, terms.tsv, plain-terms.tsv, classes.tsv.',
  },
  {
    fault: 'no rules',
    file: 'blips/rules.yml',
    says: 'blips/rules.yml:1 is missing. Every comparison needs comparison.yml, sources.yml, rules.yml.',
  },
  {
    fault: 'no facts',
    file: 'facts.yml',
    says: 'facts.yml:1 is missing. Every folder of knowledge needs it.',
  },
]

/** Facts that only the blips know, and what people call them. */
const ownFacts: Edit[] = [
  {
    file: 'blips/facts.yml',
    put: [
      'parts: [{ id: roof, name: the roof }]',
      'facts:',
      '  - { id: windy, name: Windy, means: Wind blows there., question: Is it windy?, noun: wind,',
      '      whenTrue: it is windy, whenFalse: the wind stops, part: roof, rank: 1, replaces: [hum] }',
    ].join('\n'),
  },
  { file: 'blips/terms.tsv', put: 'windy\tgale force\n' },
  { file: 'blips/rules.yml', find: 'when: [damp]', put: 'when: [windy]\n    part: roof' },
]

/** The own facts with a change in their file. */
function ownFactsWith(find: string, put: string): Edit[] {
  return [...ownFacts, { file: 'blips/facts.yml', find, put }]
}

describe('own facts of a comparison', () => {
  it('stand before the shared ones in its catalogue, with their terms', () => {
    withBrokenCopy(ownFacts, (dir) => {
      const { catalogue, terms, comparisons } = loadContent(dir)
      const [blips] = comparisons
      expect(blips?.ownFacts?.terms).toEqual([['windy', 'gale force']])
      const merged = catalogueOf(catalogue, blips!)
      expect(merged.facts.map(({ id }) => id).slice(0, 2)).toEqual(['windy', 'loud'])
      expect(merged.parts.map(({ id }) => id)).toEqual(['front', 'cellar', 'whole', 'roof'])
      expect(catalogue.facts.map(({ id }) => id)).not.toContain('windy')
      expect(terms).toHaveLength(2)
    })
  })

  it('are the shared catalogue itself where a comparison has none', () => {
    const { catalogue, comparisons } = loadContent(fixture)
    expect(catalogueOf(catalogue, comparisons[0]!)).toBe(catalogue)
  })

  it.each([
    {
      fault: 'a shared id',
      edits: ownFactsWith('id: windy', 'id: damp'),
      says: 'blips/facts.yml:3 facts[damp].id: is a shared fact already. Remove it and use that.',
    },
    {
      fault: 'a shared part',
      edits: ownFactsWith('id: roof', 'id: cellar'),
      says: 'blips/facts.yml:1 parts[cellar].id: is a shared part already. Remove it and use that.',
    },
    {
      fault: 'a part that does not exist',
      edits: ownFactsWith('part: roof', 'part: loft'),
      says: 'blips/facts.yml:4 facts[windy].part: "loft" is no part. Use one of front, cellar, whole, roof.',
    },
    {
      fault: 'a term of a fact that is not its own',
      edits: [...ownFacts, { file: 'blips/terms.tsv', put: 'damp\tmoist\n' }],
      says: "blips/terms.tsv:1 damp: is no fact. Use the id of a fact in the comparison's own facts.yml.",
    },
  ])('name line and remedy of $fault', ({ edits, says }) => {
    expect(withBrokenCopy(edits, complaints)).toContain(says)
  })

  it('that break their schema are reported once, not at every rule that uses them', () => {
    const edits = ownFactsWith('name: Windy, ', '')
    expect(withBrokenCopy(edits, complaints)).toEqual([
      'blips/facts.yml:3 facts[windy].name: is missing. Add name.',
    ])
  })

  it('have ids that no other comparison uses', () => {
    const says = withBrokenCopy(ownFacts, (first) => {
      renameSync(join(first, 'blips'), join(first, 'blaps'))
      return withBrokenCopy(ownFacts, (second) => loadErrors([first, second]))
    })
    expect(says.map((line) => line.replace(/in .*\/(?=blaps)/, 'in '))).toEqual([
      '"roof" stands in blaps/facts.yml too',
      '"windy" stands in blaps/facts.yml too',
    ])
  })
})

describe('loadContent', () => {
  it('reads a comparison of three options with everything in it', () => {
    const { catalogue, language, terms, comparisons } = loadContent(fixture)
    expect(comparisons.map(({ slug }) => slug)).toEqual(['blips'])
    expect(comparisons[0]?.options.map(({ id }) => id)).toEqual(['blip', 'dorn', 'kesh'])
    expect(comparisons[0]?.entries.map(({ entry }) => entry)).toEqual([
      'criterion/loudness',
      'faq/what-is-blip',
      'faq/what-is-dorn',
      'scenario/fair',
      'table/sones',
    ])
    expect(catalogue.facts.map(({ id }) => id)).toContain('team')
    expect(language.needs).toEqual(['must'])
    expect(terms).toEqual([
      ['loud', 'heard next door'],
      ['damp', 'wet walls'],
    ])
  })

  it('adds the wordings of wordings.tsv to those of the entry, each once', () => {
    const entry = loadContent(fixture).comparisons[0]?.entries.find(({ id }) => id === 'what-is-blip')
    expect(entry?.wordings).toEqual(['what is blip', 'explain blip', 'blip, what is it'])
  })

  it('freezes everything inside', () => {
    const open: string[] = []
    const look = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return
      if (!Object.isFrozen(value)) open.push(path)
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`)
    }
    look(loadContent(fixture), 'knowledge')
    expect(open).toEqual([])
  })

  it('gives the same version for the same texts in another place, another for another text', () => {
    const { version } = loadContent(fixture)
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    expect(withBrokenCopy([], (dir) => loadContent(dir).version)).toBe(version)
    const edit = { file: 'blips/faq.yml', find: 'for cellars', put: 'for attics' }
    expect(withBrokenCopy([edit], (dir) => loadContent(dir).version)).not.toBe(version)
  })

  it.each(broken)('names line and remedy of $fault', ({ says, fault: _, ...edit }) => {
    expect(withBrokenCopy([edit], complaints)).toContain(says)
  })

  it('reports a fault once, not at every place that refers to it', () => {
    const edit = { file: 'blips/criteria.yml', find: '  short: Loudness\n', put: '' }
    expect(withBrokenCopy([edit], complaints)).toEqual([
      'blips/criteria.yml:1 loudness.short: is missing. Add short.',
    ])
    const gone = { file: 'blips/faq.yml', find: '- id: what-is-blip', put: '- id: hums-of-spring' }
    const of = (lines: string[]) => lines.filter((line) => line.includes('wordings.tsv'))
    expect(of(withBrokenCopy([gone], complaints))).toHaveLength(1)
    const unreadable = { file: 'blips/criteria.yml', find: '- id: loudness', put: '- id: [' }
    expect(
      withBrokenCopy([unreadable], complaints).filter((line) => !line.startsWith('blips/criteria')),
    ).toEqual([])
    const emptied = { file: 'blips/sources.yml', put: '[]\n' }
    expect(withBrokenCopy([emptied], complaints)).toHaveLength(1)
  })

  it('takes a list that says it has no items', () => {
    expect(withBrokenCopy([{ file: 'blips/notes.yml', put: '[]\n' }], complaints)).toEqual([])
  })

  it.each([
    'facts.yml',
    'language/language.yml',
    ...['comparison', 'criteria', 'faq', 'rules', 'sources'].map((name) => `blips/${name}.yml`),
  ])('says of %s under another ending what to call it, and nothing that follows from it', (name) => {
    withBrokenCopy([], (dir) => {
      const other = name.replace('.yml', '.yaml')
      renameSync(join(dir, name), join(dir, other))
      expect(complaints(dir)).toEqual([
        `${other}:1 has an ending that nobody reads. Call it ${basename(name)}.`,
      ])
    })
  })

  it('leaves alone what is hidden or has an ending of no knowledge', () => {
    const beside = ['blips/faq.yml~', 'blips/faq.yml.orig', 'notes.md', '.gitlab-ci.yml']
    expect(
      withBrokenCopy(
        beside.map((file) => ({ file, put: '' })),
        complaints,
      ),
    ).toEqual([])
  })

  it('lists the faults of all files at once, in the order of files and lines', () => {
    const edits = [
      { file: 'facts.yml', find: 'rank: 6', put: 'rank: 5' },
      { file: 'blips/faq.yml', find: '"G0:2"', put: '"G7:2"' },
      { file: 'blips/faq.yml', find: '  title: What is Dorn?\n', put: '' },
      { file: 'blips/rules.yml', find: 'tier: C', put: 'tier: E' },
    ]
    const places = withBrokenCopy(edits, complaints).map((line) => line.split(' ')[0])
    expect(places).toEqual(['blips/faq.yml:4', 'blips/faq.yml:9', 'blips/rules.yml:22', 'facts.yml:63'])
  })

  it('lets a name mean two things that is declared ambiguous', () => {
    const edits = [
      { file: 'blips/comparison.yml', find: 'aliases: [kesh]', put: 'aliases: [kesh, kessel]' },
      { file: 'blips/vocabulary.yml', find: 'foreign: [zonk]', put: 'foreign: [zonk, Kessel]' },
    ]
    expect(withBrokenCopy(edits, complaints)).toEqual([])
  })

  it('reads comparisons from several folders and refuses two of one name', () => {
    expect(withBrokenCopy([], (dir) => loadErrors([fixture, dir]))).toEqual([
      'has the name of another comparison',
    ])
  })

  it('says what belongs in a folder that is missing or holds no comparison', () => {
    expect(complaints(join(fixture, 'nowhere'))[0]).toContain('is no folder')
    const empty = [{ file: 'blips/comparison.yml' }]
    expect(withBrokenCopy(empty, complaints)[0]).toContain('holds no comparison')
  })

  it('refuses a folder name that nobody could type', () => {
    withBrokenCopy([], (dir) => {
      renameSync(join(dir, 'blips'), join(dir, 'Blips_vs_Dorns'))
      expect(complaints(dir)).toEqual([
        'Blips_vs_Dorns has a name that no comparison can have. Rename it in lower-case letters, digits and hyphens, a letter first, as in left-vs-right.',
      ])
    })
  })

  it.each(['blips/faq.yml', 'blips/wordings.tsv', 'language/language.yml'])(
    'reads %s whatever byte order mark an editor put before it',
    (file) => {
      const put = `\uFEFF# by hand\n${readFileSync(join(fixture, file), 'utf8')}`
      withBrokenCopy([{ file, put }], (dir) => expect(complaints(dir)).toEqual([]))
    },
  )

  it('loads the shipped folder', () => {
    const shipped = loadContent(join(import.meta.dirname, '../../knowledge'))
    expect(shipped.comparisons.map(({ slug }) => slug)).toContain('node-vs-python')
  })
})

describe('loadKnowledge', () => {
  it('asks for training where no model is', () => {
    expect(loadErrors(fixture, loadKnowledge)).toEqual(['is missing'])
  })

  it('says that a file is no model of this version', () => {
    const edit = { file: 'language/reader.bin', put: 'not a model' }
    withBrokenCopy([edit], (dir) => {
      expect(() => loadKnowledge(dir)).toThrow(
        /reader\.bin:1 is no model of this version .* Run npm run train\./,
      )
    })
  })
})

function loadErrors(
  dir: string | string[],
  load: (dir: string | string[]) => unknown = loadContent,
): string[] {
  try {
    load(dir)
    return []
  } catch (error) {
    return error instanceof KnowledgeError ? error.issues.map(({ problem }) => problem) : [String(error)]
  }
}
