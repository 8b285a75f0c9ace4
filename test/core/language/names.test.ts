import { describe, expect, it } from 'vitest'
import { Names } from '../../../src/core/language/names.ts'
import { fold, tokenize } from '../../../src/core/language/text.ts'

const names = new Names([
  {
    id: 'node',
    aliases: ['node', 'node.js', 'ts', 'typescript'],
    frameworks: ['Express', 'Nest', 'Node API routes'],
  },
  {
    id: 'python',
    aliases: ['python', 'py'],
    frameworks: ['Django', 'Django REST Framework', 'FastAPI', 'Flask'],
  },
])

/** Names found, as they stand in the text; `*` marks those in a choice. */
function found(text: string): string[] {
  const folded = fold(text)
  const tokens = tokenize(folded)
  return names
    .find(tokens, folded)
    .map(
      ({ from, to, option, inChoice }) =>
        `${folded.slice(tokens[from]!.at, tokens[to - 1]!.end)} → ${option}${inChoice ? '*' : ''}`,
    )
}

describe('names', () => {
  it.each([
    { text: 'We like Django REST framework', names: ['django rest framework → python'] },
    { text: 'django rest', names: ['django → python'] },
    { text: 'node api routes rock', names: ['node api routes → node'] },
    { text: 'on python3.12 and node20', names: ['python3.12 → python', 'node20 → node'] },
    { text: "django's orm, a node-based api", names: ["django's → python", 'node-based → node'] },
    { text: 'py3 people', names: ['py3 → python'] },
    { text: 'nodes, pythonic, expressive, happy', names: [] },
    { text: 'no name here', names: [] },
  ])('in $text are $names', ({ text, names: expected }) => {
    expect(found(text)).toEqual(expected)
  })

  it('tells an option from what belongs to it', () => {
    const folded = 'python with flask'
    expect(names.find(tokenize(folded), folded).map(({ own }) => own)).toEqual([true, false])
  })

  it('belong to the first option that claims them', () => {
    const twice = new Names([
      { id: 'a', aliases: ['same'], frameworks: [] },
      { id: 'b', aliases: ['same'], frameworks: [] },
    ])
    expect(twice.find(tokenize('same'), 'same').map(({ option }) => option)).toEqual(['a'])
  })
})

describe('a choice', () => {
  it.each([
    { text: 'node or python?', names: ['node → node*', 'python → python*'] },
    { text: 'node20 or python3.12', names: ['node20 → node*', 'python3.12 → python*'] },
    { text: 'node vs python', names: ['node → node*', 'python → python*'] },
    { text: 'node over python', names: ['node → node*', 'python → python*'] },
    { text: 'express/fastapi', names: ['express → node*', 'fastapi → python*'] },
    { text: 'express / fastapi', names: ['express → node*', 'fastapi → python*'] },
    { text: 'go with node or maybe plain python', names: ['node → node*', 'python → python*'] },
    {
      text: 'node/ts or django (fastapi)',
      names: ['node → node*', 'ts → node*', 'django → python*', 'fastapi → python*'],
    },
    { text: 'either express, nest or flask?', names: ['express → node*', 'nest → node*', 'flask → python*'] },
    { text: 'express, nest or django?', names: ['express → node*', 'nest → node*', 'django → python*'] },
    { text: 'none of us knows node or python?', names: ['node → node*', 'python → python*'] },
    { text: 'none of us cares, node or python', names: ['node → node*', 'python → python*'] },
    { text: 'no idea. node or python', names: ['node → node*', 'python → python*'] },
  ])('masks the names in $text', ({ text, names: expected }) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    {
      text: 'the team knows typescript, node or python?',
      names: ['typescript → node', 'node → node*', 'python → python*'],
    },
    {
      text: 'all on express. nest or django?',
      names: ['express → node', 'nest → node*', 'django → python*'],
    },
    {
      text: 'we know python, should we use node or python',
      names: ['python → python', 'node → node*', 'python → python*'],
    },
  ])('leaves alone what was said before it in $text', ({ text, names: expected }) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    'none of us knows node or python',
    "we don't know node or python",
    'node and python',
    'from node to python',
    'node! or python',
    'ts or node',
    'ts/node',
    'node runs since years or so they say, python',
  ])('is none in "%s"', (text) => {
    expect(found(text).filter((name) => name.endsWith('*'))).toEqual([])
    expect(found(text).length).toBeGreaterThan(1)
  })
})
