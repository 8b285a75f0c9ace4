import { describe, expect, it } from 'vitest'
import { read, told } from '../real-engine.ts'

const facts = (text: string) => read([{ text }]).facts.map(told)

describe('irony with a cue', () => {
  it.each([
    'Yeah right, users must see changes live. Node or python?',
    'Sure, because users must see changes live. Node or python?',
    'As if! Users must see changes live, yeah right. Node or python?',
    'Users must see changes live /s. Node or python?',
    'Users must see changes live. /s',
    'Users must see changes live :upside_down_face: Node or python?',
    'Users must see changes live! 🙄 Node or python?',
    ':eyeroll: users must see changes live. Node or python?',
    'Users must see changes live\n🙃',
  ])('does not count: %s', (text) => {
    expect(facts(text)).toEqual(['real-time=maybe (unclear)'])
  })

  it('speaks of its sentence alone', () => {
    expect(facts('We need websockets. Yeah right, as if. Node or python?')).toEqual(['real-time=yes'])
    expect(facts('Monday again 🙃. We need websockets. Node or python?')).toEqual(['real-time=yes'])
  })

  it.each([
    'We totally need websockets. Node or python?',
    'It looks as if users must see changes live. Node or python?',
    '900 req/s, and users must see changes live. Node or python?',
    'Users must see changes live :tada: Node or python?',
  ])('is not claimed without one: %s', (text) => {
    expect(facts(text)).toContain('real-time=yes')
  })

  it('leaves what runs as it is', () => {
    expect(facts('yeah sure, lets rewrite our django monolith in node 🙄 good idea?')).toContain(
      'existing/python=yes',
    )
  })
})
