import { describe, expect, it } from 'vitest'
import { readPaste } from '../../src/workspace/paste.ts'

describe('readPaste', () => {
  it('reads name and time on one line, with a second message of the same person', () => {
    const source = `Ann Lee  10:02 AM
We need live boards
10:03
And charts: many of them
at 300 screens
Bo Diaz  1:15 PM
Lunch at 12:30?  (edited)
2 replies
`
    expect(readPaste(source)).toEqual([
      { author: 'Ann Lee', time: '10:02', text: 'We need live boards' },
      { author: 'Ann Lee', time: '10:03', text: 'And charts: many of them\nat 300 screens' },
      { author: 'Bo Diaz', time: '13:15', text: 'Lunch at 12:30?' },
    ])
  })

  it('reads a name above its time, as the desktop app copies it', () => {
    const source = `Ann Lee
  10:02
We need live boards

weigher
APP  10:04
It depends on the team

Today
Bo
  10:05
Fine.`
    expect(readPaste(source)).toEqual([
      { author: 'Ann Lee', time: '10:02', text: 'We need live boards' },
      { author: 'weigher', time: '10:04', text: 'It depends on the team' },
      { author: 'Bo', time: '10:05', text: 'Fine.' },
    ])
  })

  it.each([
    { source: 'Ann: hi\nBo: note: see https://e.org', texts: ['hi', 'note: see https://e.org'] },
    { source: 'Ann: Lunch at 12:30\nand back\nBo: ok', texts: ['Lunch at 12:30\nand back', 'ok'] },
    { source: '[10:02 AM] Ann: hi\n[10:03 AM] Bo: yes', texts: ['hi', 'yes'] },
    { source: 'https://e.org: a page\nno names here', texts: [] },
    { source: '', texts: [] },
  ])('reads $texts from $source', ({ source, texts }) => {
    expect(readPaste(source).map((each) => each.text)).toEqual(texts)
  })

  it('turns noon and midnight right', () => {
    const times = readPaste('Ann  12:00 PM\na\nBo  12:05 AM\nb').map((each) => each.time)
    expect(times).toEqual(['12:00', '00:05'])
  })
})
