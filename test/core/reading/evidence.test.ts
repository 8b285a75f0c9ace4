import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf, evidencePieces } from '../../../src/core/reading/evidence.ts'
import { ask, discussion, read, told } from '../real-engine.ts'

/** What is left of a message, spaces at line ends dropped. */
const left = (text: string) => evidenceOf(text).replace(/ +$/gm, '').trim()

const facts = (text: string) => read([{ text }]).facts.map(told)

describe('evidence', () => {
  it.each([
    ['a fence', 'one ```sockets\nmust``` two', 'one\n        two'],
    ['a fence on lines of its own', 'one\n```\nsockets\n```\ntwo', 'one\n\n\n\ntwo'],
    ['inline code', 'call `io.on("live")` now', 'call                 now'],
    ['a quoted line', '> we need sockets\nno', 'no'],
    ['a quoted line as Slack sends it', 'one\n&gt; we need sockets\ntwo', 'one\n\ntwo'],
    ['a quote in a quote', '>> sockets\n> no\nyes', 'yes'],
    ['all behind three signs', 'one\n>>> sockets\nand more', 'one'],
    ['a third level of quotes alone', '>>> a\n>> b\n> c\nmine', 'mine'],
    [
      'an address',
      'see https://a.example/sockets?live=1. Then',
      'see                                 . Then',
    ],
    ['an address in brackets', 'it (https://a.example/x) is', 'it (                   ) is'],
    ['an address without a scheme', 'see github.com/a/sockets and', 'see                      and'],
  ])('is not %s', (_, text, rest) => {
    expect(left(text)).toBe(rest)
  })

  it.each([
    '2026-11-21T10:02:03.123Z socket opened',
    '[2026-11-21 10:02:03,123] INFO socket opened',
    '10:02:03 ERROR socket refused',
    '10:02 [main] WARN socket refused',
    'Nov 21 10:02:03 host app[12]: socket opened',
    '[error] socket refused',
    'ERROR: socket refused',
    'WARNING:root:socket refused',
    'npm ERR! code E404',
    '127.0.0.1 - - [21/Nov/2026:10:02:03 +0000] "GET /live HTTP/1.1" 200 12',
    'ts=1 level=info msg="socket opened"',
    '{"level":"info","msg":"socket opened"}',
    'TypeError: Cannot read properties of undefined',
    'java.lang.NullPointerException: socket',
    'Caused by: java.io.IOException: socket',
    'Exception in thread "main" java.lang.Error',
    'at foo (file:1:2)',
    '    at Socket.<anonymous> (/srv/app/live.js:10:15)',
    '\tat com.example.Live.open(Live.java:12)',
    'at processTicksAndRejections (native)',
    'at async file:///srv/app/live.js:10:15',
    '    ... 23 more',
    "from live.rb:12:in `open'",
    '/srv/app/live.go:12 +0x1d',
    'goroutine 1 [running]:',
  ])('is not a line of a log or a trace: %s', (line) => {
    expect(left(`one\n${line}\ntwo`)).toBe('one\n\ntwo')
  })

  it('is not a trace with its source lines and its error', () => {
    const trace = [
      'Traceback (most recent call last):',
      '  File "/srv/live.py", line 3, in open',
      '    sockets.open()',
      '    ^^^^^^^^^^^^^^',
      'KeyError: 3',
    ]
    expect(left(['one', ...trace, 'two'].join('\n'))).toBe('one\n\n\n\n\n\ntwo')
    expect(left(['Error: no socket', ' at foo (file:1:2)', 'two'].join('\n'))).toBe('two')
  })

  it.each([
    'we don`t need sockets, they can`t either',
    'it needs 5 > 3 and a -> b',
    'at 10:30 we meet (at noon: 12:30)',
    'at launch we expect 1:1 chats',
    '10:02 ann: we need sockets',
    'Error: nobody here knows it',
    'Exception: the board must be live',
    'CRITICAL: the board must be live',
    'INFO: we go live in May',
    'from May on: 20 of us',
    'a ``` that nobody closes',
    'node.js/express and socket.io/redis or next.js',
    'need | websockets | must',
    'need\twebsockets\tmust',
    '| need | websockets |\n|---|---|\n| live | must |',
  ])('is what people write: %s', (text) => {
    expect(evidenceOf(text)).toBe(text)
  })
})

describe('evidence of any text', () => {
  const part = fc.constantFrom(
    ...['`', '```', '> ', '&gt; ', '>>>', '\n', ' at foo (a:1:2)', 'Traceback (most recent call last):'],
    ...['https://a.example/b', 'www.a', '2026-11-21 10:02:03', 'ERROR: ', 'we need sockets', '. ', ' ', '\t'],
    ...['\u200b', '\u202e\u05e9', 'e\u0301', '👩‍👩‍👧', '\ud83d', 'İ', '{"a":'],
  )
  const text = fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })

  it('is as long, has its lines, and differs in blanks alone; what is left of it stays', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join('')
        const evidence = evidenceOf(given)
        expect(evidence.length).toBe(given.length)
        for (let i = 0; i < given.length; i++) {
          if (evidence[i] !== given[i]) expect([evidence[i], given[i] === '\n']).toEqual([' ', false])
        }
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('is the same in pieces: what a fence began in one goes on in the next', () => {
    const given = `we ask:\n\`\`\`\n${'we need live updates\n'.repeat(300)}\`\`\`\nwhich one?`
    const found = evidencePieces(given)
    expect(found.length).toBeGreaterThan(2)
    expect(found.map(({ text }) => text).join('')).toBe(given)
    expect(found.map(({ evidence }) => evidence).join('')).toBe(evidenceOf(given))
    expect(facts(given)).toEqual([])
  })
})

describe('a fact', () => {
  it.each([
    '```\nwe need live updates\n```\nnode or python?',
    '`we need live updates` node or python?',
    '> users must see changes live\nnode or python?',
    '2026-11-21 10:02:03 INFO users must see changes live\nnode or python?',
    'https://a.example/we-need-websockets node or python?',
  ])('does not rest on what its author did not say: %s', (text) => {
    expect(facts(text)).toEqual([])
  })

  it('rests on the words around what is none, in an exact quote', () => {
    const text =
      '> nah\nusers of `open(board)` must see changes live ```x = 1``` in the shop. node or python?'
    const { facts: found } = read([{ text }])
    expect(found.map(told)).toEqual(['real-time=yes'])
    expect(text).toContain(found[0]!.quote)
  })

  it.each(['need | must have\nlive updates | yes, required', 'need\tmust have\nlive updates\tyes, required'])(
    'stands in a row of a pasted table: %j',
    (table) => {
      expect(facts(`${table}\nnode or python?`)).toContain('real-time=yes')
    },
  )

  it('is answered by what stands below the quoted question', () => {
    const lines = ['ann: do we need live updates? I forgot', 'bob: > do we need live updates?', 'cy: which?']
    const messages = discussion(lines)
    messages[1]!.text += '\nno'
    expect(read(messages).facts.map(told)).toEqual(['real-time=no'])
  })

  it('is read in a question whose code the routing still sees', () => {
    const shown = ask('users must see changes live, `django` or `express`?')
    expect(shown.kind).toBe('verdict')
  })

  it('of a quoted quarrel is none: nobody is at a deadlock', () => {
    const thread = discussion(["ann: > they can't agree, going in circles", 'bob: we need live updates'])
    expect(ask('node or python?', { thread })).toMatchObject({ kind: 'verdict', deadlock: false })
  })
})

describe('a need that no fact knows', () => {
  it('is not one that somebody only quotes', () => {
    expect(read([{ text: '> it must run on our own PaaS\nnode or python?' }]).unmapped).toEqual([])
  })
})
