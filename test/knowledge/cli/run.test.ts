import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeholders } from '../../../src/cli/knowledge/placeholders.ts'
import { hint, runKnowledge, usage } from '../../../src/cli/knowledge/run.ts'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'
import { committed } from '../../support/repository.ts'
import { type Edit, fixture, guides, withBrokenCopy } from '../broken-copy.ts'

const shipped = join(import.meta.dirname, '../../../knowledge')

function run(...args: string[]): { code: number; out: string[]; err: string[] } {
  const out: string[] = []
  const err: string[] = []
  const code = runKnowledge(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    today: '2029-12-01',
  })
  return { code, out, err }
}

describe('knowledge sources', () => {
  const proved = 'blips: 2 guides; proved'

  it('proves every line and figure of a sound folder', () => {
    const { code, out, err } = run('sources', guides, '--knowledge', fixture)
    expect(err).toEqual([])
    expect(out).toEqual([
      'blips: 2 guides; proved 21 citations and 7 figures in 23 claims; 1 claim with public pages alone not looked at.',
    ])
    expect(code).toBe(0)
  })

  const wrong: (Edit & { fault: string; says: string })[] = [
    {
      fault: 'a figure that the guide gives otherwise',
      file: 'blips/criteria.yml',
      find: 'It reaches 1,200',
      put: 'It reaches 1,300',
      says: 'blips/criteria.yml:7 loudness.points[0].text: 1,300 stands in none of the cited lines (G0:4). Cite its line, or correct the figure.',
    },
    {
      fault: 'a figure without its separator',
      file: 'blips/tables.yml',
      find: '[Blip, "1,200"]',
      put: '[Blip, "1200"]',
      says: 'blips/tables.yml:7 sones.rows[0].cells[1]: 1200 stands in none of the cited lines (G0:4). Cite its line, or correct the figure.',
    },
    {
      fault: "a figure in a guide's words",
      file: 'blips/criteria.yml',
      find: 'dorn: 300 sones.',
      put: 'dorn: 310 sones.',
      says: 'blips/criteria.yml:16 loudness.positions[0].says.dorn: 310 stands in none of the cited lines (G0:4-6). Cite its line, or correct the figure.',
    },
    {
      fault: 'a line that does not exist',
      file: 'blips/rules.yml',
      find: '"G1:6"',
      put: '"G1:60"',
      says: 'blips/rules.yml:13 both.cites[0]: line 60 of G1 does not exist. Cite the line that says it.',
    },
    {
      fault: 'a blank line',
      file: 'blips/faq.yml',
      find: '"G0:2"',
      put: '"G0:3"',
      says: 'blips/faq.yml:4 what-is-blip.cites[0]: line 3 of G0 is blank. Cite the line that says it.',
    },
    {
      fault: 'a guide whose file is not there',
      file: 'blips/sources.yml',
      find: 'file: g1.txt',
      put: 'file: g9.txt',
      says: `blips/sources.yml:14 G1.file: ${join(guides, 'g9.txt')} is not there. Correct the name or the folder.`,
    },
  ]

  it.each(wrong)('fails on $fault with file and line', ({ fault: _, says, ...edit }) => {
    withBrokenCopy([edit], (dir) => {
      const { code, err } = run('sources', guides, '--knowledge', dir)
      expect(err.map((line) => line.replaceAll(`${dir}/`, ''))).toContain(says)
      expect(code).toBe(1)
    })
  })

  it('passes over a comparison without guides, and names it', () => {
    withBrokenCopy([], (dir) => {
      run('new', 'brim-vs-tork', '--knowledge', dir)
      const { code, out, err } = run('sources', guides, '--knowledge', dir)
      expect(err).toEqual([])
      expect(out.map((line) => line.split(':')[0])).toEqual(['blips', 'brim-vs-tork'])
      expect(out.at(-1)).toBe('brim-vs-tork: public pages alone, no guide to prove against.')
      expect(code).toBe(0)
    })
  })

  it('stops where there is no folder of guides', () => {
    expect(run('sources', 'nowhere', '--knowledge', fixture)).toEqual({
      code: 64,
      out: [],
      err: ["nowhere is no folder. Give the one with the guides' files.", hint],
    })
  })

  it('reads figures of several lines and leaves digits inside names alone', () => {
    const edit = {
      file: 'blips/criteria.yml',
      find: '1,200 sones in a small room.',
      put: '1,200 and 300 sones at p99.',
    }
    const cites = {
      file: 'blips/criteria.yml',
      find: 'p99.\n      cites: ["G0:4"]',
      put: 'p99.\n      cites: ["G0:4-5"]',
    }
    withBrokenCopy([edit, cites], (dir) => {
      expect(run('sources', guides, '--knowledge', dir).out[0]).toContain(
        `${proved} 21 citations and 8 figures`,
      )
    })
  })
})

describe('knowledge check', () => {
  /** The fixture with the shipped model: matching needs its counts of questions that nobody answers. */
  function check(edits: Edit[], ...args: string[]) {
    return withBrokenCopy(edits, (dir) => named(dir, run('check', withModel(dir), ...args)))
  }

  it('lists what does not load and leaves the slow checks', () => {
    const { code, err } = run('check', fixture)
    expect(err[0]).toContain('reader.bin:1 is missing. Run npm run train.')
    expect(err.at(-1)).toBe('1 error; the slow checks wait until the folder loads.')
    expect(code).toBe(1)
  })

  it('names a rule that can never fire', () => {
    const edit = { file: 'blips/rules.yml', find: 'when: [damp]', put: 'when: [loud, hum]' }
    const { code, err } = check([edit])
    expect(err).toContain(
      'error  blips/rules.yml:21 blips rule damp: can never fire: loud and hum do not hold together. Take a fact away, or change what replaces what.',
    )
    expect(code).toBe(1)
  })

  it('names a rule that is always outweighed', () => {
    const edit = { file: 'blips/rules.yml', find: 'when: [damp]', put: 'when: [damp, loud]\n    part: front' }
    expect(check([edit]).err.join('\n')).toContain('blips rule damp: is outweighed even by its own facts')
  })

  it('names cases and scenarios whose pick the rules do not give', () => {
    const { err } = check([
      { file: 'blips/scenarios.yml', find: 'pick: blip', put: 'pick: kesh' },
      { file: 'blips/comparison.yml', find: 'pick: dorn', put: 'pick: blip' },
    ])
    expect(err).toContain(
      'error  blips/scenarios.yml:1 blips scenario/fair: says kesh, but the rules give blip (loud). Correct its facts or its pick, or the rules.',
    )
    expect(err).toContain(
      'error  blips/comparison.yml:15 blips case Damp: says blip, but the rules give dorn (damp). Correct its facts or its pick, or the rules.',
    )
  })

  it('names a card that does not fit', () => {
    const caveat = `  caveat: { text: ${'long '.repeat(99)}caveat., cites: ["G0:4"] }\n`
    const { err } = check([{ file: 'blips/tables.yml', find: '  columns:', put: `${caveat}  columns:` }])
    expect(err.join('\n')).toMatch(
      /blips table\/sones: its card takes \d+ lines and \d+ characters, \d+ and 450 fit/,
    )
  })

  it('warns of points that a card has no room for', () => {
    const point = (word: string) => `    - { text: ${`${word} `.repeat(18)}claim., cites: ["G0:2"] }\n`
    const { out } = check([
      {
        file: 'blips/faq.yml',
        find: '  wordings:',
        put: `  points:\n${point('long')}${point('vast')}  wordings:`,
      },
      { file: 'blips/faq.yml', find: 'Blip is a noise maker from 2019.', put: `${'wordy '.repeat(12)}blip.` },
    ])
    expect(out).toContain(
      'warning  blips/faq.yml:1 blips faq/what-is-blip: its card has no room for 1 of its 2 points. Shorten answer and points to see it on the card.',
    )
  })

  it('names an entry without wordings', () => {
    const edit = { file: 'blips/scenarios.yml', find: '  wordings:\n    - we sell at a fair\n', put: '' }
    expect(check([edit]).err).toContain(
      'error  blips/scenarios.yml:1 blips scenario/fair: has no wordings, so only its title finds it. Add at least six ways to ask for it.',
    )
  })

  it('warns of a criterion that says nothing of an option', () => {
    const edit = { file: 'blips/criteria.yml', find: ', kesh: Not measured.', put: '' }
    expect(check([edit]).out).toContain(
      "warning  blips/criteria.yml:1 blips criterion/loudness: no guide's words on Kesh are given. Add says for Kesh, or leave it where the guides are silent.",
    )
  })

  it('warns of a review that is due on the given day, and only then', () => {
    const due =
      'warning  blips/comparison.yml:1 blips: was to be reviewed by 2030-01-31 by Fixture keepers. Read the sources again, then move reviewBy.'
    expect(check([], '--as-of', '2030-02-01').out).toContain(due)
    expect(check([], '--as-of', '2030-01-31').out).not.toContain(due)
  })

  it('looks at several folders, and at one comparison alone', () => {
    const pack = join(import.meta.dirname, '../../whole-path/second-pack')
    const { out } = run('check', `${shipped}${delimiter}${pack}`, '--only', 'quornet-vs-vernade')
    expect(
      out.filter((line) => line.includes('wordings left out')).map((line) => line.split(':')[0]),
    ).toEqual(['quornet-vs-vernade'])
  })

  it('fails where wordings left out do not find their entry', () => {
    const elsewhere = 'explain what blip and dorn and sones are'
    const { err } = check([{ file: 'blips/scenarios.yml', find: 'we sell at a fair', put: elsewhere }])
    expect(err.join('\n')).toMatch(
      /blips: [\d.]+ % of wordings left out find their entry among three, 90 % must; lost are "[^"]+"/,
    )
  })

  it('lists all wordings that are lost where one comparison is looked at, and for programs', () => {
    const elsewhere = 'explain what blip and dorn and sones are'
    const edits = [{ file: 'blips/scenarios.yml', find: 'we sell at a fair', put: elsewhere }]
    const lost = `scenario/fair "${elsewhere}" finds faq/what-is-blip`
    expect(check(edits, '--only', 'blips').err).toContain(`  ${lost}`)
    expect(check(edits).err).not.toContain(`  ${lost}`)
    const { found } = JSON.parse(check(edits, '--format', 'json').out.join('\n'))
    expect(found.at(-1).all).toContain(lost)
  })
})

describe('lint of knowledge', () => {
  const facts = {
    file: 'blips/facts.yml',
    put: 'facts:\n  - { id: windy, name: Windy, means: Wind blows., question: Windy?, noun: wind, whenTrue: it is windy, whenFalse: it is calm, part: front, rank: 1 }\n',
  }

  it.each<{ fault: string; edits: Edit[]; says: string }>([
    {
      fault: 'a source that nothing cites',
      edits: [
        {
          file: 'blips/sources.yml',
          find: '- id: G0',
          put: '- { id: leaflet, title: A leaflet, publisher: X, date: "2029", grade: report, interest: None. }\n- id: G0',
        },
      ],
      says: 'warning  blips/sources.yml:1 blips source leaflet: is cited by nothing. Cite it where it says something, or remove it.',
    },
    {
      fault: 'a source beyond the horizon',
      edits: [{ file: 'blips/sources.yml', find: 'date: "2029-05"', put: 'date: "2027-05"' }],
      says: 'warning  blips/sources.yml:8 blips source G1: is of 2027-05, older than the horizon of 24 months. Read it again and write the day under checked.',
    },
    {
      fault: 'a source that was checked on a day to come',
      edits: [
        {
          file: 'blips/sources.yml',
          find: 'date: "2029-05"',
          put: 'date: "2029-05"\n  checked: "2029-12-02"',
        },
      ],
      says: 'error  blips/sources.yml:8 blips source G1: was checked on 2029-12-02, later than 2029-12-01. Write under checked the day on which it was read.',
    },
    {
      fault: 'an own fact that no rule uses',
      edits: [facts, { file: 'blips/terms.tsv', put: 'windy\tgale force\n' }],
      says: 'warning  blips/facts.yml:2 blips fact windy: is used by no rule. Write a rule on it, set pulls: false, or remove it.',
    },
    {
      fault: 'an own fact that no text states',
      edits: [facts],
      says: 'error  blips/facts.yml:2 blips fact windy: has no terms, so that no text states it. Add to terms.tsv what people literally type for it; 30 to 60 is usual.',
    },
    {
      fault: 'terms within which a clause ends',
      edits: [
        facts,
        { file: 'blips/terms.tsv', put: 'windy\tgale force\nwindy\twind and rain\nwindy\tgusts, often\n' },
      ],
      says: 'warning  blips/terms.tsv:2 blips fact windy: "wind and rain" is not found as it is written, for a clause ends within it; so with 1 more. Write it without a comma or "and", or take it out.',
    },
    {
      fault: 'an option to which nothing pulls',
      edits: [],
      says: 'warning  blips/comparison.yml:9 blips option kesh: no rule pulls to Kesh, so only its team or what runs can lead there. Write what speaks for it, or leave it where nothing does.',
    },
    {
      fault: 'two rules of one tier on the same facts',
      edits: [
        {
          file: 'blips/rules.yml',
          find: '  - id: damp\n',
          put: '  - { id: wet, tier: C, option: kesh, when: [damp], because: It floats., cites: ["G1:4"] }\n  - id: damp\n',
        },
      ],
      says: 'warning  blips/rules.yml:22 blips rule damp: rests on the facts of wet in the same tier, and pulls to dorn instead of kesh. Give one of them another fact, part or tier.',
    },
    {
      fault: 'a foreign name that is foreign everywhere',
      edits: [{ file: 'language/language.yml', find: 'foreign: [quux]', put: 'foreign: [quux, zonk]' }],
      says: 'warning  blips/vocabulary.yml:8 blips foreign zonk: is foreign to all comparisons already. Remove it.',
    },
    {
      fault: 'related words that nobody uses',
      edits: [
        {
          file: 'blips/vocabulary.yml',
          find: 'foreign:',
          put: 'related: [{ word: din, to: [racket], weight: 1 }]\nforeign:',
        },
      ],
      says: 'warning  blips/vocabulary.yml:1 blips related din: leads to no word of any wording. Correct its words, or remove it.',
    },
  ])('tells of $fault', ({ edits, says }) => {
    const { out, err } = withBrokenCopy(edits, (dir) => named(dir, run('check', withModel(dir))))
    expect([...out, ...err]).toContain(says)
  })
})

describe('knowledge check for machines', () => {
  const dead = { file: 'blips/rules.yml', find: 'when: [damp]', put: 'when: [loud, hum]' }
  const broken = { file: 'blips/faq.yml', find: '  title: What is Dorn?\n', put: '' }

  it('is one object, with file and line of every finding', () => {
    withBrokenCopy([dead], (dir) => {
      const { out, code } = run('check', withModel(dir), '--format', 'json')
      const { errors, found } = JSON.parse(out.join('\n'))
      expect(errors).toBe(2)
      expect(found).toContainEqual(
        expect.objectContaining({ level: 'error', file: join(dir, 'blips/rules.yml'), line: 21 }),
      )
      expect(code).toBe(1)
    })
  })

  it('is an object too where the folder does not load', () => {
    withBrokenCopy([broken], (dir) => {
      const { found } = JSON.parse(run('check', withModel(dir), '--format', 'json').out.join('\n'))
      expect(found).toMatchObject([
        { file: join(dir, 'blips/faq.yml'), line: 9, where: 'what-is-dorn.title' },
      ])
    })
  })

  it('annotates the lines of a workflow', () => {
    withBrokenCopy([dead], (dir) => {
      expect(run('check', withModel(dir), '--format', 'github').out).toContain(
        `::error file=${dir}/blips/rules.yml,line=21::blips rule damp: can never fire: loud and hum do not hold together. Take a fact away, or change what replaces what.`,
      )
    })
  })
})

describe('knowledge new', () => {
  it('writes to the last folder, with the schemas of the first, given or set', () => {
    const root = mkdtempSync(join(tmpdir(), 'new-'))
    try {
      const both = ['shared', 'ours'].map((name) => join(root, name)).join(delimiter)
      run('new', 'brim-vs-tork', '--knowledge', both)
      const said = { out: () => undefined, err: () => undefined, today: '2029-12-01' }
      expect(runKnowledge(['new', 'tork-vs-ulp'], { ...said, knowledgeDir: both })).toBe(0)
      for (const slug of ['brim-vs-tork', 'tork-vs-ulp'])
        expect(readFileSync(join(root, 'ours', slug, 'rules.yml'), 'utf8')).toMatch(
          /^# yaml-language-server: \$schema=\.\.\/\.\.\/shared\/schemas\/rules\.json\n/,
        )
    } finally {
      rmSync(root, { recursive: true })
    }
  })

  it('writes a comparison that passes the check, which warns of what is to be filled, and answers', () => {
    const dir = mkdtempSync(join(tmpdir(), 'new-'))
    try {
      expect(run('new', 'brim-vs-tork-vs-ulp', '--knowledge', dir).code).toBe(0)
      const both = `${shipped}${delimiter}${dir}`
      const { out, err } = run('check', both, '--only', 'brim-vs-tork-vs-ulp', '--as-of', '2029-12-02')
      const said = [...out, ...err].filter((line) => line.includes('brim-vs-tork-vs-ulp'))
      expect(said.filter((line) => /^error/.test(line))).toEqual([])
      const warnings = said.filter((line) => /^warning/.test(line))
      for (const text of Object.values(placeholders))
        expect(warnings.join('\n')).toContain(`in place of "${text.replaceAll('"', '')}".`)
      expect(warnings.filter((line) => !line.includes('what the template put there'))).toEqual([])
      expect(warnings[0]).toContain('/brim-vs-tork-vs-ulp/comparison.yml:3 brim-vs-tork-vs-ulp: still says')
      expect(said.find((line) => line.includes('left out'))).toContain('100.0 % of 12 wordings')
      const tried = run('try', 'we need live updates over websockets, brim or tork?', '--knowledge', both).out
      expect(tried[0]).toMatch(/^answer {7}verdict brim in brim-vs-tork-vs-ulp/)
      expect(run('new', 'brim-vs-tork-vs-ulp', '--knowledge', dir).err[0]).toContain('is there already.')
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})

describe('knowledge try', () => {
  it('shows comparison, names, entries, zone, facts and rules', () => {
    const { out } = run(
      'try',
      'we need websockets and our team knows only python. node or python?',
      '--knowledge',
      shipped,
    )
    const steps = new Set(out.map((line) => line.slice(0, 12).trim()))
    for (const step of [
      'answer',
      'comparison',
      'names',
      'case',
      'entry',
      'runner-up',
      'matched',
      'zone',
      'fact',
      'decided',
    ])
      expect(steps).toContain(step)
  })
})

describe('knowledge diff', () => {
  it('lists the questions whose answer changed since a commit', () => {
    withBrokenCopy([], (dir) => {
      withModel(dir)
      committed(dir)
      const asked = ['blip or dorn', 'it must be heard next door. blip or dorn?']
      const lines = asked.map((text) => `${JSON.stringify({ text })}\n`)
      writeFileSync(join(dir, 'regression-a.jsonl'), lines.join(''))
      const rules = join(dir, 'blips/rules.yml')
      writeFileSync(rules, readFileSync(rules, 'utf8').replace('option: blip', 'option: kesh'))
      const { out, code } = run('diff', '--knowledge', dir, '--questions', dir)
      const option = readFileSync(rules, 'utf8')
      writeFileSync(rules, option.replace('option: kesh', 'option: blip').replace('tier: A', 'tier: D'))
      expect(run('diff', '--knowledge', dir, '--questions', dir).out[0]).toContain(
        'verdict blip in blips -> verdict leaning to blip in blips',
      )
      writeFileSync(rules, option)
      expect(out).toEqual([
        'it must be heard next door. blip or dorn?\n    verdict blip in blips -> verdict kesh in blips',
        '1 of 2 questions answered differently since HEAD.',
      ])
      expect(code).toBe(0)
      const [question = ''] = out
      expect(run('diff', '--knowledge', dir, '--questions', dir, '--exit-code')).toEqual({
        code: 1,
        out,
        err: [],
      })
      expect(run('diff', '--knowledge', dir, '--questions', dir, '--format', 'json').out[0]).toContain(
        JSON.stringify(question.split('\n')[0]),
      )
      expect(run('diff', '--knowledge', dir, '--questions', join(dir, 'blips')).err[0]).toContain(
        'holds no question. Give a folder with regression-*.jsonl in --questions.',
      )
      expect(run('diff', 'nowhere', '--knowledge', dir, '--questions', dir).err[0]).toContain(
        `git has no nowhere of ${dir}`,
      )
    })
  })
})

describe('knowledge diff of several folders', () => {
  it('takes the commit from the repository of the last one, and others as they stand', () => {
    withBrokenCopy([], (dir) => {
      const house = mkdtempSync(join(tmpdir(), 'house-'))
      try {
        withModel(dir)
        cpSync(join(dir, 'blips'), join(house, 'blops'), { recursive: true })
        rmSync(join(dir, 'blips'), { recursive: true })
        committed(house)
        writeFileSync(
          join(house, 'regression-a.jsonl'),
          '{"text": "it must be heard next door. blip or dorn?"}\n',
        )
        const rules = join(house, 'blops/rules.yml')
        writeFileSync(rules, readFileSync(rules, 'utf8').replace('option: blip', 'option: kesh'))
        const { out } = run('diff', '--knowledge', dir, '--knowledge', house, '--questions', house)
        expect(out.at(-1)).toBe('1 of 1 question answered differently since HEAD.')
      } finally {
        rmSync(house, { recursive: true })
      }
    })
  })
})

describe('knowledge watch', () => {
  it('checks again when a file changes, until it is stopped', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'watch-'))
    const stop = new AbortController()
    try {
      cpSync(fixture, dir, { recursive: true })
      withModel(dir)
      const lines: string[] = []
      const log = (line: string) => lines.push(line)
      runKnowledge(['watch', dir], { out: log, err: log, today: '2029-12-01' }, stop.signal)
      expect(lines.at(-1)).toMatch(/^0 errors/)
      writeFileSync(join(dir, 'blips/rules.yml'), 'team: 1\n')
      await expect.poll(() => lines.at(-1)).toContain('the slow checks wait')
    } finally {
      stop.abort()
      rmSync(dir, { recursive: true })
    }
  })
})

describe('knowledge stats', () => {
  it('counts what is there', () => {
    expect(run('stats', '--knowledge', fixture)).toEqual(run('stats', fixture))
    expect(run('stats', fixture).out.slice(1)).toEqual([
      '6 facts, 3 parts, 2 terms, 0 words in classes',
      'blips: 2 guides and 1 other sources, 2 rules, 1 named pairs',
      '  5 entries: 1 criterion, 2 faq, 1 scenario, 0 migration, 0 polyglot, 0 note, 1 table',
      '  2 claims beside the answers',
      '  8 wordings: 1 at least, 1 in the middle, 3 at most',
    ])
  })
})

describe('knowledge schemas', () => {
  it('writes what is committed', () => {
    withBrokenCopy([], (dir) => {
      expect(run('schemas', dir).code).toBe(0)
      const written = readdirSync(join(dir, 'schemas'))
      expect(readdirSync(join(shipped, 'schemas'))).toEqual(written)
      for (const name of written) {
        const committed = readFileSync(join(shipped, 'schemas', name), 'utf8')
        expect(committed, `${name} is old: run npm run knowledge -- schemas`).toBe(
          readFileSync(join(dir, 'schemas', name), 'utf8'),
        )
      }
    })
  })
})

/** What is shipped, the broadest first. */
const slugs = loadKnowledge(shipped).comparisons.map(({ slug }) => slug)

describe('knowledge', () => {
  it('prints its help', () => {
    expect(run('help')).toEqual({ code: 0, out: [usage], err: [] })
    expect(run('check', '--help')).toEqual({ code: 0, out: [usage], err: [] })
  })

  it.each([
    { args: ['chekc'], says: 'There is no command chekc.' },
    { args: [], says: 'Which command?' },
    { args: ['check', 'a', 'b'], says: 'One folder or question at most, not 2.' },
    { args: ['check', '--as-of', 'soon'], says: '--as-of is a day such as 2029-12-01, not soon.' },
    { args: ['stats', '--as-of', '2029-12-01'], says: '--as-of belongs to check, watch, try, diff.' },
    { args: ['stats', '--only', 'blips'], says: '--only belongs to check, watch.' },
    {
      args: ['check', shipped, '--only', 'blips'],
      says: `There is no comparison blips, only ${slugs.join(', ')}.`,
    },
    {
      args: ['check', 'x', '--knowledge', 'y'],
      says: 'Give the folder once: as DIR or by --knowledge.',
    },
    { args: ['stats', '--knowledge', ''], says: '--knowledge needs a folder.' },
    { args: ['stats', '--exit-code'], says: '--exit-code belongs to diff.' },
    { args: ['diff', '--format', 'github'], says: '--format is one of text, json, markdown, not github.' },
    { args: ['check', '--format', 'xml'], says: '--format is one of text, json, github, not xml.' },
    { args: ['new'], says: 'Say which comparison: new left-vs-right.' },
    { args: ['new', 'Left'], says: 'A comparison is named by its options, such as left-vs-right, not Left.' },
    { args: ['try'], says: 'Say the question, in quotes.' },
    { args: ['sources'], says: "Say where the guides' files are." },
    { args: ['check', '--fast'], says: "Unknown option '--fast'" },
  ])('refuses $args', ({ args, says }) => {
    const { code, err } = run(...args)
    expect(err[0]).toContain(says)
    expect(err.at(-1)).toBe(args.length > 0 ? hint : usage)
    expect(code).toBe(64)
  })
})

/** Files named from the folder. */
function named<T extends Record<'out' | 'err', string[]>>(dir: string, said: T): T {
  const short = (lines: string[]) => lines.map((line) => line.replaceAll(`${dir}/`, ''))
  return { ...said, out: short(said.out), err: short(said.err) }
}

/** Gives a copy of the fixture the shipped model. */
function withModel(dir: string): string {
  copyFileSync(join(shipped, 'language', 'reader.bin'), join(dir, 'language', 'reader.bin'))
  return dir
}
