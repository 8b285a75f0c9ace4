import { describe, expect, it } from 'vitest'
import { foreignNames, foreignTable } from '../../../src/core/matching/foreign.ts'

const table = foreignTable({
  general: ['rust', 'c#', '.net', 'spring boot', 'spring data rest'],
  homographs: ['go', 'spring', 'r'],
})

/** Foreign names as written; `*` marks those in a choice, `?` those that are asked for. */
function found(text: string): string[] {
  return foreignNames(text, table).map(
    ({ name, chosen, asked }) => `${name}${chosen ? '*' : ''}${asked ? '?' : ''}`,
  )
}

describe('foreign names', () => {
  it.each([
    { text: 'Rust or node', names: ['Rust*'] },
    { text: 'node vs C#', names: ['C#*'] },
    { text: 'rust/node', names: ['rust*'] },
    { text: 'node / .NET', names: ['.NET*'] },
    { text: 'should we use Rust?', names: ['Rust?'] },
    { text: 'should we switch to Rust?', names: ['Rust?'] },
    { text: 'which of them talks better to Rust', names: ['Rust'] },
    { text: 'node compared to rust', names: ['rust*'] },
    { text: 'node or maybe rust', names: ['rust*'] },
    { text: 'our old rust service is slow', names: ['rust'] },
    { text: 'trust in rusty things', names: [] },
    { text: 'Spring Boot vs node', names: ['Spring Boot*'] },
    { text: 'spring data rest or node', names: ['spring data rest*'] },
    { text: 'rust, c# and spring boot', names: ['rust', 'c#', 'spring boot'] },
  ])('in $text are $names', ({ text, names }) => {
    expect(found(text)).toEqual(names)
  })
})

describe('a name that is also a plain word', () => {
  it.each([
    { text: 'go or rust?', names: ['go*', 'rust*'] },
    { text: 'node or Go?', names: ['Go*'] },
    { text: 'take node like the spring or what', names: [] },
    { text: 'go like the go or node', names: [] },
    { text: 'node/go', names: ['go*'] },
    { text: 'R vs node', names: ['R*'] },
  ])('counts in a choice: $text names $names', ({ text, names }) => {
    expect(found(text)).toEqual(names)
  })

  it.each([
    'should we go with node',
    'node or go with python',
    'where does it go?',
    'we start in spring',
    'let us go',
  ])('is a plain word in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })
})
