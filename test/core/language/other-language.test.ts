import { describe, expect, it } from 'vitest'
import { takeApart } from '../../../src/core/language/text.ts'
import { engine } from '../real-engine.ts'

function isOther(text: string): boolean {
  return engine.otherLanguages.isSure(takeApart(text))
}

describe('another language', () => {
  it.each([
    'Wir bauen eine Terminverwaltung, das Team kennt nur Python. Was ist besser?',
    'Go oder Rust, was ist schneller?',
    'Necesitamos un panel en vivo, el equipo sabe Python. ¿Node o Python?',
    'Notre équipe connaît Django, est-ce que FastAPI est mieux pour une petite API ?',
    'Precisamos de um chat, mas a equipe só conhece Python',
    'Meglio Django oppure FastAPI, che dite?',
    'Wij willen een API bouwen, welke is beter?',
    'Что лучше для чата, Node или Python?',
    'チャットにはNodeとPythonのどちらがいいですか',
    '聊天应用用什么好 Node 还是 Python',
  ])('is sure in "%s"', (text) => {
    expect(isOther(text)).toBe(true)
  })

  it.each([
    '',
    'node or python?',
    'does it die on a con call? no, node or python',
    'is MIT or BSD the licence of django, and what is IST?',
    'our das keyboard shop wants live chat, the team knows python',
    'Müller und Söhne wants live chat, python team, node or python?',
    'El Corte Inglés and Los Pollos want a booking form. The team knows python. Node or python?',
    'Café Les Amis: bookings only, node or python',
    'the µ-service needs Ω and λ: node or python?',
    'Дмитрий knows node, the rest of us know python. plain forms. which one?',
  ])('is not sure in "%s"', (text) => {
    expect(isOther(text)).toBe(false)
  })
})
