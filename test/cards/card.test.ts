import { describe, expect, it } from 'vitest'
import { validateMessage } from '../../src/cards/block-kit/validate.ts'
import { card } from '../../src/cards/card.ts'
import type { Block } from '../../src/cards/card-types.ts'
import { together } from '../../src/cards/group.ts'
import { homeView } from '../../src/cards/home-view.ts'
import { measure, readBlocks, seen } from '../../src/cards/measure.ts'
import { plainCard } from '../../src/cards/plain-card.ts'
import { whichComparison } from '../../src/cards/which-comparison.ts'
import { breaches } from '../support/card-checks.ts'
import {
  aCardKnowledge,
  aContext,
  aContextInThread,
  anOverview,
  aReadFact,
  aTableOf,
  aTopic,
  aVerdict,
  everyAnswer,
  notCovered,
  theComparison,
} from '../support/card-fixture.ts'

const knowledge = aCardKnowledge()

describe('every card', () => {
  it.each(everyAnswer(knowledge))('keeps the contract: %s', (_, answer, context) => {
    expect(breaches(answer, card(knowledge, answer, context))).toEqual([])
  })

  it.each(everyAnswer(aCardKnowledge('longest')))(
    'keeps the contract with the longest texts: %s',
    (_, answer, context) => {
      expect(breaches(answer, card(aCardKnowledge('longest'), answer, context), false)).toEqual([])
    },
  )

  it.each(everyAnswer(knowledge))('looks as agreed: %s', async (name, answer, context) => {
    const { blocks } = card(knowledge, answer, context)
    await expect(`${JSON.stringify({ blocks }, null, 2)}\n`).toMatchFileSnapshot(`__snapshots__/${name}.json`)
  })

  it.each(everyAnswer(knowledge))('is the same in plain sections: %s', (_, answer, context) => {
    const full = card(knowledge, answer, context)
    const plain = plainCard(full)
    expect(validateMessage(plain)).toEqual([])
    expect(plain.blocks.every((block) => block.type === 'section')).toBe(true)
    for (const line of readBlocks(full.blocks, false).split('\n'))
      expect(readBlocks(plain.blocks).replaceAll(' · ', '  ')).toContain(line)
  })

  it('says in its fallback text what line one says, and the first reason', () => {
    const { text, blocks } = card(knowledge, aVerdict(knowledge, [aReadFact('live')]), aContext())
    const [first, reason] = text.split('\n')
    expect(readBlocks(blocks).split('\n')[0]).toBe(first)
    expect(reason).toBe('Its loop holds many connections open. 4 of 5 guides [1][2][3][4], also [6]')
  })
})

describe('a stored table', () => {
  const shown = (columns: string[], cell: string) =>
    seen(card(knowledge, aTableOf(columns, [columns.map(() => cell)]), aContext()).blocks).flatMap((each) =>
      each.kind === 'row' ? [each.cells] : [],
    )

  it('shows the columns that fit', () => {
    expect(shown(['For', 'Calls', 'p99'], 'few')).toEqual([
      ['For', 'Calls', 'p99'],
      ['few', 'few', 'few'],
    ])
    expect(shown(['For', 'Calls', 'p99'], 'fifteen letters')[0]).toEqual(['For', 'Calls'])
  })

  it('shows all options or none', () => {
    expect(shown(['For', 'Blorp', 'Quix'], 'few')[0]).toEqual(['For', 'Blorp', 'Quix'])
    expect(shown(['For', 'Blorp', 'Quix'], 'fifteen letters')).toEqual([])
    expect(shown(['For', 'Blorp', 'Quix', 'Zanter'], 'few')).toEqual([])
  })
})

describe('a topic', () => {
  it('credits sources with line one, unless it is our own reading of them', () => {
    const said = aTopic(knowledge, 'faq/what-is-it')
    const ours = { ...said, entry: { ...said.entry, ownReading: true as const } }
    expect(readBlocks(card(knowledge, said, aContext()).blocks)).toMatch(/(?:Said|First line) by /)
    const text = readBlocks(card(knowledge, ours, aContext()).blocks)
    expect(text).toMatch(/Our reading of \[\d\]/)
    expect(text).not.toMatch(/(?:Said|First line) by /)
  })
})

describe('the verdict', () => {
  const lines = (facts: ReturnType<typeof aReadFact>[], more = {}, context = aContext()) =>
    readBlocks(card(knowledge, aVerdict(knowledge, facts, more), context).blocks).split('\n')

  it('begins with the pick and its condition', () => {
    expect(lines([aReadFact('live')])[0]).toBe('Blorp: better fit for live updates.')
    expect(lines([aReadFact('small')])[0]).toBe('Leaning Zanter, only for small bundles.')
    expect(lines([aReadFact('plain')])[0]).toBe('Either Blorp, Quix or Zanter, for a plain service.')
    expect(lines([])[0]).toBe('Either Blorp, Quix or Zanter: no fact separates them yet.')
    expect(lines([aReadFact('live'), aReadFact('models')])[0]).toBe(
      'Both: Blorp for the live part, Quix for the model side.',
    )
  })

  it('gives as a reason for either nothing that is said beside needs', () => {
    expect(lines([aReadFact('fashion')])[0]).toBe('Either Blorp, Quix or Zanter, not separated by fashion.')
    expect(lines([aReadFact('fashion'), aReadFact('plain')])[0]).toBe(
      'Either Blorp, Quix or Zanter, for a plain service.',
    )
  })

  it.each(['yes', 'no'] as const)('tells no team to take what it knows that says %s to all', (value) => {
    const ids = ['team/blorp', 'team/quix', 'team/zanter']
    const standing = knowledge.comparisons[0]!.rules.either.because
    expect(lines([aReadFact('plain')]).join()).toContain(standing)
    expect(lines(ids.map((id) => ({ ...aReadFact(id), value }))).join()).not.toContain(standing)
  })

  it('names the point in dispute and the readings in its rows', () => {
    const disputed = { counted: false, reason: 'contradicted' } as const
    const facts = [
      aReadFact('team/quix', { ...disputed, message: 0 }),
      aReadFact('team/blorp', { ...disputed, message: 1 }),
    ]
    const read = { messages: 6, used: 2, unread: 0 }
    const card = lines(facts, { read }, aContextInThread())
    expect(card[0]).toBe('It hangs on one point you disagree on: a team that knows Blorp or Quix.')
    expect(card).toContain('Team knows Quix (Ann)  Quix')
    expect(card).toContain('Team knows Blorp (Ben)  Blorp')
  })

  it('says what speaks against it and what would change it', () => {
    const text = lines([aReadFact('live'), aReadFact('team/quix')]).join('\n')
    expect(text).toContain('Despite: a team that knows Quix (3 of 5 guides) [1][3][4]')
    expect(text).toMatch(/Would change it: .+ → /)
  })

  it('says how parts in different options talk', () => {
    expect(lines([aReadFact('live'), aReadFact('models')])).toContain(
      'Each part does its own work; they talk over a queue. 2 of 5 guides [1][2]',
    )
  })

  it('gives the advice on a deadlock', () => {
    expect(lines([aReadFact('plain')], { deadlock: true })[1]).toBe(
      'A deadlock means that the difference is small. [1]',
    )
  })

  it('shows one fact a line with author and linked time, and counts what it hides', () => {
    const facts = ['live', 'sharing', 'side-job', 'small', 'models'].map((id, message) =>
      aReadFact(id, { message, quote: 'q'.repeat(30) }),
    )
    const verdict = aVerdict(knowledge, facts, {
      read: { messages: 1200, used: 5, unread: 30 },
      flips: [],
      outweighed: [],
    })
    const { blocks } = card(knowledge, verdict, aContextInThread())
    const shown = readBlocks(blocks)
      .split('\n')
      .filter((line) => line.includes('"qqq'))
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThanOrEqual(4)
    expect(shown[0]).toMatch(/^Counted: "q+…" Ann, 10:00$/)
    expect(readBlocks(blocks)).toContain(
      `Read the first and newest 1,200 of 1,230 messages, used 5. +${5 - shown.length} in Why?`,
    )
    expect(JSON.stringify(blocks)).toContain(
      '<https://nonsense.example/archives/C1/p0?thread_ts=1&amp;cid=C1|10:00>',
    )
  })

  it('says of a denial that it counts as one', () => {
    const facts = [
      aReadFact('live', { value: 'no', message: 0, quote: 'live updates' }),
      aReadFact('small', { message: 1 }),
    ]
    const read = { messages: 6, used: 2, unread: 0 }
    const shown = lines(facts, { read }, aContextInThread()).join('\n')
    expect(shown).toContain('"live updates" Ann, 10:00 (as no)')
    expect(shown).toContain('Counted: "we need small" Ben, 10:01\n')
  })

  it.each([
    { line: 'no live updates → Quix', ended: 'no live updates → Quix. +2 in Why?' },
    { line: 'Its loop is quick. [1][2]', ended: 'Its loop is quick. [1][2] +2 in Why?' },
    { line: 'live updates (2 of 5 guides) [1]', ended: 'live updates (2 of 5 guides) [1]. +2 in Why?' },
    { line: 'Counted: "live"', ended: 'Counted: "live" +2 in Why?' },
  ])('ends $line before it counts what it hides', ({ line, ended }) => {
    expect(together([{ lines: [line], hidden: 2 }])).toEqual([ended])
  })

  it('says of a choice what was pressed, not what follows for the other options', () => {
    const given = (id: string, value: 'yes' | 'no') => aReadFact(id, { value, grade: 'given' })
    const shown = (...values: ('yes' | 'no')[]) =>
      lines(
        ['team/blorp', 'team/quix', 'team/zanter'].map((id, place) => {
          const { quote: _, ...fact } = given(id, values[place] ?? 'no')
          return fact
        }),
      ).find((line) => line.startsWith('Given'))
    expect(shown('no', 'yes', 'no')).toBe('Given: Team knows Quix')
    expect(shown('yes', 'yes', 'no')).toBe('Given: Team knows Blorp and Quix')
    expect(shown('no', 'no', 'no')).toMatch(/^Given: Team knows Blorp: no/)
  })

  it('tells both sides where what they pull to cancels out', () => {
    const rule = { rule: 'r', tier: 'D' as const, part: 'web', because: 'So.', but: [] }
    const opposed = [
      { ...rule, option: 'zanter', facts: ['small'], cites: ['G1:1'], guides: ['G1'] },
      { ...rule, option: 'quix', facts: ['sharing'], cites: ['G2:1'], guides: ['G2'] },
    ]
    const shown = lines([aReadFact('plain')], { outweighed: opposed, flips: [] }).join('\n')
    expect(shown).toContain(
      'For Zanter: small bundles (1 of 5 guides) [1]; for Quix: shared types (1 of 5 guides) [2]',
    )
    expect(shown).not.toContain('Despite')
  })

  it('quotes words that give two facts once', () => {
    const words = { quote: 'we know both', message: 1 }
    const facts = [aReadFact('team/blorp', words), aReadFact('team/quix', words)]
    const read = { messages: 6, used: 1, unread: 0 }
    const shown = lines(facts, { read }, aContextInThread()).join('\n')
    expect(shown.match(/we know both/g)).toHaveLength(1)
  })

  it('asks nothing again of whoever is not sure', () => {
    const verdict = aVerdict(knowledge, [aReadFact('plain')])
    const asked = card(knowledge, verdict, aContext())
    const unsure = card(knowledge, verdict, aContext({ unsure: ['team'], answered: { label: 'Not sure' } }))
    expect(readBlocks(asked.blocks)).toContain('What does the team know best?')
    expect(readBlocks(unsure.blocks)).not.toContain('What does the team know best?')
    expect(readBlocks(unsure.blocks)).toContain('You answered: Not sure')
  })
})

describe('a question that criteria answer together', () => {
  it('is answered by a row for each, then by its first point', () => {
    const { blocks } = card(knowledge, aTopic(knowledge, 'faq/which-is-fast'), aContext())
    expect(readBlocks(blocks).split('\n').slice(0, 5)).toEqual([
      'Many calls: usually Blorp. Small bundles: Zanter.',
      'Criterion  Better  Guides',
      'Speed  Blorp  3 of 5, 1 Quix, 1 mixed',
      'Size  Zanter  1 of 5',
      'Its loop keeps many calls going at once. [1][2]',
    ])
  })
})

describe('several topics', () => {
  const comparison = theComparison(knowledge)
  const labels = (...titles: string[]) => {
    const candidates = titles.map((title) => ({ entry: 'faq/what-is-it', title }))
    const { blocks } = card(knowledge, { kind: 'ambiguous', comparison, candidates }, aContext())
    return readBlocks(blocks).split('\n').at(-1)
  }

  it('have their names on the buttons where each fits', () => {
    expect(labels('Speed', 'Sharing', 'Size')).toBe('[1. Speed] [2. Sharing] [3. Size] [⋯]')
  })

  it('have the numbers of their lines where one does not', () => {
    expect(labels('Speed', 'What Blorp is good for', 'Size')).toBe('[Show 1] [Show 2] [Show 3] [⋯]')
  })
})

describe('a table that does not exist', () => {
  const comparison = theComparison(knowledge)
  const known = ['figures', 'cost'].map((id) => ({ comparison, entry: `table/${id}`, id }))

  it('is named, and those that exist are listed', () => {
    const { blocks } = card(
      knowledge,
      notCovered(knowledge, { nearest: [], tables: { asked: '<!here>', known } }),
      aContext(),
    )
    expect(readBlocks(blocks)).toBe('No table is called "<!here>".\nTables: figures, cost\n[All topics]')
    expect(JSON.stringify(blocks)).not.toContain('<!here>')
  })

  it('has a way to ask where no name was given, and stays short among many', () => {
    const many = Array.from({ length: 60 }, (_, place) => ({ ...known[0]!, id: `table-number-${place}` }))
    const answer = notCovered(knowledge, { nearest: [], tables: { asked: null, known: many } })
    const { blocks } = card(knowledge, answer, aContext())
    expect(readBlocks(blocks)).toContain('60 tables. Name one, as in /stack table table-number-0.')
    expect(readBlocks(blocks)).toMatch(/\+\d+ in All topics/)
    expect(measure({ blocks }).lines).toBeLessThanOrEqual(5)
  })
})

describe('thanks', () => {
  it('get one short line', () => {
    const { text, blocks } = card(knowledge, { kind: 'help', courtesy: true, covered: [] }, aContext())
    expect(readBlocks(blocks)).toBe(text)
    expect(text).toBe('Noted. /stack help says how to ask.')
  })
})

describe('words of people', () => {
  const nasty = '<!channel> *bold* _it_ `code` ~gone~ <@U123> & "said" \u202eback\nnext'

  it('format nothing and mention nobody in a quote, a name or a question', () => {
    const verdict = aVerdict(knowledge, [aReadFact('live', { quote: nasty, message: 0 })], {
      read: { messages: 1, used: 1, unread: 0 },
    })
    const context = aContextInThread({
      people: () => nasty,
      sharedBy: { user: 'U1', asked: nasty },
      note: nasty,
    })
    const text = JSON.stringify(card(knowledge, verdict, context))
    expect(text).not.toMatch(/<[!@]|\*bold|_it_|`code|~gone|\u202e/)
    expect(text).toContain('&lt;!channel&gt;')
  })

  it('are escaped where they name what is not covered', () => {
    const { text, blocks } = card(knowledge, notCovered(knowledge, { subject: '<!here> *x*' }), aContext())
    expect(text).toMatch(/^&lt;!here&gt; ∗x∗ is not covered\./)
    expect(JSON.stringify(blocks)).not.toContain('<!here>')
  })
})

describe('buttons', () => {
  it('offer sharing on private cards only, and removal only to whoever asked or shared', () => {
    const answer = aTopic(knowledge, 'criterion/speed')
    const on = (context = aContext()) => JSON.stringify(card(knowledge, answer, context).blocks)
    expect(on()).toContain('Share here')
    expect(on()).not.toContain('remove:')
    const shared = on(aContext({ surface: 'channel', sharedBy: { user: 'U7' } }))
    expect(shared).not.toContain('Share here')
    expect(shared).toContain('remove:U7')
  })

  it('carry the command of the installation in every example', () => {
    const help = { kind: 'help' as const, courtesy: false, covered: [] }
    const text = readBlocks(card(knowledge, help, aContext({ command: '/choose' })).blocks)
    expect(text).toContain('/choose blorp-vs-quix')
    expect(text).not.toContain('/stack')
  })

  it.each([1, 6, 7, 30])('tell how to ask in a thread beside %i comparisons', (many) => {
    const { slug, title } = theComparison(knowledge)
    const covered = Array.from({ length: many }, (_, i) => ({
      slug: `${slug}-${i}`,
      title,
      names: [],
      topics: 9,
    }))
    const help = { kind: 'help' as const, courtesy: false, covered }
    const text = readBlocks(card(knowledge, help, aContext()).blocks)
    expect(text).toContain('Thread: mention me')
    expect(text.match(/: 9 topics/g)?.length).toBeGreaterThanOrEqual(Math.min(many, 3))
  })

  it('tell of a form by a command that opens one, however many comparisons there are', () => {
    const help = { kind: 'help' as const, courtesy: false, covered: [] }
    const several = { ...knowledge, comparisons: [theComparison(knowledge), theComparison(knowledge)] }
    const told = (of: typeof knowledge) => [
      readBlocks(card(of, help, aContext()).blocks),
      readBlocks(homeView(of, aContext()).blocks as Block[]),
    ]
    for (const text of told(knowledge)) expect(text).toContain('/stack decide: a form.')
    for (const text of told(several)) expect(text).toContain('/stack decide blorp-vs-quix: a form.')
  })
})

describe('the line that asks which comparison', () => {
  it('lists ten commands at most and says where the others are', () => {
    const slugs = Array.from({ length: 12 }, (_, i) => `a-vs-${i}`)
    expect(whichComparison('/choose', slugs)).toMatch(
      /`\/choose decide a-vs-0`, .*`\/choose decide a-vs-9`, \+2 in \/choose help\.$/,
    )
  })
})

describe('the table', () => {
  it('never stands alone: without it the overview still says every case', () => {
    const { blocks } = card(knowledge, anOverview(knowledge), aContext())
    const text = readBlocks(blocks.filter((block) => block.type !== 'table'))
    for (const { line } of theComparison(knowledge).overview.cases) expect(text).toContain(line)
  })

  it('fills the room that the longest texts leave, and no more', () => {
    const long = aCardKnowledge('longest')
    const { lines } = measure(card(long, anOverview(long), aContext()))
    expect(lines).toBeGreaterThan(12)
  })
})
