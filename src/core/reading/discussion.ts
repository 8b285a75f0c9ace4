import type { FactId } from '../domain/fact.ts'
import { isOfOption, kindOf } from '../domain/fact-kind.ts'
import type { Statement } from './statement.ts'
import type { Turn } from './turns.ts'

/** A statement with who said it where. */
export interface Said extends Statement {
  message: number
  author: string
  /** Its sentence is a question. */
  asked: boolean
  /** Its clause says that it is needed. */
  insists: boolean
  /** Its clause speaks of all who build it. */
  ofAll: boolean
  /** Stems of its clause's words. */
  words: readonly string[]
  /** Nobody said it in these words: what they say of one option tells it of another. */
  implied?: boolean
  /** The one person of whom its clause says what they know, as they are named; else undefined. */
  who: string | undefined
  quote: string
  key?: string
}

/** True for a need that is said to be one and counts. */
export function isNeed({ value, reason, id }: Statement): boolean {
  return value === 'yes' && !reason && !isOfOption(id)
}

/** A `no` that names nothing must be this sure before it stands against a `yes`. */
const SURE_WITHOUT_A_WORD = 0.9

/**
 * What the discussion as a whole says of each fact, from the statements in their order: a question counts by its
 * answer; a withdrawal, the same speaker's later word or an agreement replaces what was said; two people who say
 * opposite things contradict each other.
 */
export function settle(
  said: readonly Said[],
  turns: readonly Turn[],
  replaces: readonly (readonly [FactId, FactId])[],
): Said[] {
  const answered = said
    .map((statement) => answeredBy(statement, turns))
    .map(putOffBy(said, turns))
    .map(disownedBy(said, turns))
    .map(overSince(said, turns))
  const byFact = new Map<FactId, Said[]>()
  for (const statement of [...answered, ...deniedNext(answered, turns), ...anotherInstead(answered, turns)]) {
    byFact.set(statement.id, [...(byFact.get(statement.id) ?? []), statement])
  }
  const settled = [...byFact.values()].flatMap((statements) => {
    const counted = statements.filter((statement) => !statement.reason)
    return counted.length ? settleCounted(counted, turns) : strongest(statements).slice(0, 1)
  })
  // Once it is settled which option it is, the words for it say all.
  const told = settled.filter(({ implied, reason }) => !implied || reason === 'contradicted')
  return onlyOneOf(told, replaces).sort((a, b) => a.message - b.message)
}

/** Of two facts that exclude each other ("AI is the core", "an AI feature") the more probable stays. */
export function onlyOneOf<T extends Statement>(
  statements: readonly T[],
  replaces: readonly (readonly [FactId, FactId])[],
): T[] {
  const dropped = new Set<T>()
  for (const [strong, weak] of replaces) {
    const a = statements.find((s) => s.id === strong && s.value === 'yes' && !s.reason)
    const b = statements.find((s) => s.id === weak && s.value === 'yes' && !s.reason)
    if (a && b) dropped.add(a.probability >= b.probability ? b : a)
    // "Never mind the AI feature" denies what it names.
    const denied = statements.find((s) => s.id === weak && s.value === 'no' && s.trigger)
    const swept = statements.find((s) => s.id === strong && s.value === 'no')
    if (denied && swept && denied.clause === swept.clause && lengthOf(denied) > lengthOf(swept))
      dropped.add(swept)
  }
  return statements.filter((statement) => !dropped.has(statement))
}

function lengthOf({ trigger }: Statement): number {
  return trigger ? trigger.to - trigger.from : 0
}

function strongest(statements: readonly Said[]): Said[] {
  return [...statements].sort((a, b) => b.probability - a.probability || a.message - b.message)
}

/** A question before the last message counts by what somebody else answers next; without an answer it stays open. */
function answeredBy(statement: Said, turns: readonly Turn[]): Said {
  const { message, id } = statement
  if (message >= turns.length - 1) return statement
  // "And it must be live" brings up no question, nor does "and our devs are all of one kind".
  const opens = turns[message]!.opens && !statement.insists && !isOfOption(id)
  if (!opens && !statement.asked) return statement
  const reply = turns.slice(message + 1, message + 3).find((turn) => turn.author !== statement.author)
  if (reply?.denies) {
    const { reason: _, ...plain } = statement
    // "Can we poll?" "No": without the need's own word it is not the need that is denied.
    return statement.trigger ? { ...plain, value: 'no' } : { ...statement, reason: 'question' }
  }
  if (reply?.agrees || reply?.affirms) {
    const { reason, ...plain } = statement
    const open = reason === 'question' || (reason === 'unclear' && statement.leaning === 'yes')
    return open && statement.trigger ? { ...plain, value: 'yes' } : statement
  }
  return { ...statement, reason: statement.reason ?? 'question' }
}

/** "I would add live alerts." "Phase 3": the next speaker puts the one need of a message off. */
function putOffBy(said: readonly Said[], turns: readonly Turn[]): (statement: Said) => Said {
  return (statement) => {
    const { message, author, id } = statement
    const next = turns[message + 1]
    if (!next?.postpones || next.author === author || message + 2 >= turns.length) return statement
    if (!isNeed(statement)) return statement
    // "And an assistant maybe later" puts off what it names itself.
    if (said.some((other) => other.message === message + 1 && other.reason === 'later')) return statement
    const others = said.some((other) => other.message === message && other.id !== id && !isOfOption(other.id))
    return others || isSaidIn(message + 1, said, id)
      ? statement
      : { ...statement, value: 'maybe', reason: 'later' }
  }
}

/** "They train a model there." "That's the other team": the next message says whose it is. */
function disownedBy(said: readonly Said[], turns: readonly Turn[]): (statement: Said) => Said {
  return (statement) => {
    const { message, value, reason, id } = statement
    // "The app team would like sockets" is no need yet, and theirs all the same.
    const open = value === 'yes' ? !reason : reason === 'unclear' && statement.leaning === 'yes'
    if (!open) return statement
    // What addresses the bot says nothing of whose it is.
    const [next, second] = turns.slice(message + 1, Math.min(message + 3, turns.length - 1))
    const disowned =
      next?.disowns || (next?.asksWhose && (second?.disowns || second?.agrees || second?.namesOwner))
    return !disowned || isSaidIn(message + 1, said, id)
      ? statement
      : { ...statement, value: 'yes', reason: 'other-team' }
  }
}

/**
 * "The team knows X." "Knew, they left": the next speaker says that what a message says of one option is over. "Flo knows
 * X." "Flo quit": so does whoever says of somebody that they left.
 */
function overSince(said: readonly Said[], turns: readonly Turn[]): (statement: Said) => Said {
  return (statement) => {
    const { message, author, id, value, reason, who } = statement
    if (value !== 'yes' || reason || !isOfOption(id)) return statement
    const next = turns[message + 1]
    const corrected =
      next?.formerly &&
      next.author !== author &&
      message + 2 < turns.length &&
      !said.some((other) => other.message === message && other.id !== id && isOfOption(other.id))
    const gone = who !== undefined && turns.slice(message + 1).some(({ left }) => left.includes(who))
    return corrected || gone ? { ...statement, value: 'past', reason: 'past' } : statement
  }
}

/** True where a message says something of a fact itself. */
function isSaidIn(message: number, said: readonly Said[], id: FactId): boolean {
  return said.some((other) => other.message === message && other.id === id)
}

/**
 * "It must be live." "No." – the next speaker denies the one need of a message without naming it. Where the message
 * ended with a question the "no" answers that; "and now?" asks for what was said before it.
 */
function deniedNext(said: readonly Said[], turns: readonly Turn[]): Said[] {
  const denials: Said[] = []
  turns.forEach((turn, i) => {
    const before = turns[i - 1]
    if (!turn.denies || !before || before.author === turn.author || i === turns.length - 1) return
    const back = before.asks ? (turn.takesBack && before.brief ? 2 : 0) : 1
    if (back === 0) return
    // "The chat? It was cut" speaks of the chat.
    if (turn.takesBack && said.some((s) => s.message === i && s.withdraws && s.trigger)) return
    const needs = said.filter((s) => s.message === i - back && isNeed(s))
    const [need] = needs
    if (!need || needs.length > 1) return
    if (said.some((s) => s.message === i && s.id === need.id && (s.value === 'yes' || isPlain(s)))) return
    const { key: _, ...denied } = need
    denials.push({
      ...denied,
      value: 'no',
      quote: turn.opening,
      withdraws: turn.takesBack,
      message: i,
      author: turn.author,
      trigger: need.trigger ?? { from: 0, to: 1 },
    })
  })
  return denials
}

/**
 * "Our team knows X." "No, we know Y": who denies the message before and says the same of another option denies the one
 * and is denied the other.
 */
function anotherInstead(said: readonly Said[], turns: readonly Turn[]): Said[] {
  const saidOfOptions = (message: number) =>
    said.filter((s) => s.message === message && s.value === 'yes' && !s.reason && isOfOption(s.id))
  return turns.flatMap((turn, i) => {
    if (!turn.denies || turn.takesBack || i === turns.length - 1 || turns[i - 1]?.asks !== false) return []
    return saidOfOptions(i - 1).flatMap((before) =>
      saidOfOptions(i)
        .filter(({ id }) => id !== before.id && kindOf(id) === kindOf(before.id))
        .flatMap((after) => [deniedIn(before, after), deniedIn(after, before)]),
    )
  })
}

/** What the words of another statement deny. */
function deniedIn({ id, probability }: Said, { key: _, ...by }: Said): Said {
  // Whoever denies another's word speaks of the same people.
  return { ...by, id, value: 'no', probability, ofAll: true, implied: true }
}

function settleCounted(statements: readonly Said[], turns: readonly Turn[]): Said[] {
  const yes = statements.filter((statement) => statement.value === 'yes')
  const no = statements.filter((statement) => statement.value === 'no')
  if (!yes.length || !no.length) return strongest(statements).slice(0, 1)
  if (!no.some(isPlain)) return strongest(yes).slice(0, 1)
  // "I'm the X one." "I never did X." Each speaks of themselves, and one who knows it is enough.
  if (no.every((said) => isOfOneself(said, yes))) return strongest(yes).slice(0, 1)
  const lastYes = latest(yes)
  // What was taken back stays so: a later mention of it is a memory, not a need.
  const taken = no.find((statement) => statement.withdraws && statement.message < lastYes.message)
  if (taken && !lastYes.insists) return [{ ...lastYes, reason: 'superseded' }, taken]
  const lastNo = latest(no)
  const later = lastNo.message >= lastYes.message ? lastNo : lastYes
  const earlier = later === lastNo ? lastYes : lastNo
  const next = turns.slice(later.message + 1, later.message + 3)
  const agreed = next.some((turn) => turn.author === earlier.author && turn.agrees)
  if (later.author === earlier.author || later.withdraws === true || agreed) {
    return [{ ...earlier, reason: 'superseded' }, later]
  }
  return [
    { ...earlier, reason: 'contradicted' },
    { ...later, reason: 'contradicted' },
  ]
}

function isOfOneself({ id, ofAll, author }: Said, yes: readonly Said[]): boolean {
  return id.startsWith('team/') && !ofAll && yes.every((said) => said.author !== author)
}

function latest(statements: readonly Said[]): Said {
  return statements.reduce((a, b) => (b.message >= a.message ? b : a))
}

/** A `no` that may stand against a `yes`: it names the need, or takes it back, and is not guessed from the tone around it. */
function isPlain(statement: Said): boolean {
  return (
    statement.withdraws === true ||
    statement.implied === true ||
    statement.trigger !== undefined ||
    statement.probability >= SURE_WITHOUT_A_WORD
  )
}
