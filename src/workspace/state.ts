import { randomBytes } from 'node:crypto'
import { type Block, readBlocks } from '../cards/block-kit/blocks.ts'
import { readView } from '../cards/block-kit/views.ts'
import {
  type Activity,
  botUser,
  type Conversation,
  type Message,
  type OpenView,
  type Person,
  type Seed,
  slackbot,
  team,
} from './model.ts'

export type Change =
  | { kind: 'message'; channel: string; message: Message; gone: boolean }
  | { kind: 'modal'; seat: string }
  | { kind: 'home'; user: string }
  | { kind: 'status'; channel: string; thread: string; text: string }
  | { kind: 'activity'; entry: Activity }

const activityKept = 200
/** Seeded threads follow each other in the channel, the newest ending now. */
const betweenSeeds = 40 * 60_000

/** All that a workspace knows, in plain maps; every change is told to the listeners. Nothing is kept on disk. */
export class State {
  readonly people = new Map<string, Person>()
  readonly conversations = new Map<string, Conversation>()
  /** The stack of open modals at each seat, the visible one last. */
  readonly modals = new Map<string, OpenView[]>()
  /** The page through which each person acted last. */
  readonly #pages = new Map<string, string>()
  readonly homes = new Map<string, OpenView>()
  readonly activity: Activity[] = []
  readonly listeners = new Set<(change: Change) => void>()
  readonly #messages = new Map<string, Message[]>()
  #lastTs = 0
  #activityId = 0

  constructor(seed: Seed, botName: string) {
    this.people.set(botUser, { id: botUser, name: botName, isBot: true })
    this.people.set(slackbot, { id: slackbot, name: 'Slackbot', isBot: true })
    const people = seed.people.map((name) => this.personNamed(name).id)
    for (const user of people) {
      this.#open({ id: `D${user.slice(1)}`, name: botName, topic: '', kind: 'im', members: [user, botUser] })
    }
    for (const [index, { name, topic, withoutBot, threads = [] }] of seed.channels.entries()) {
      const members = withoutBot ? people : [...people, botUser]
      const id = `C0LOCAL${index}${letters(name)}`
      this.#open({ id, name, topic, kind: 'channel', members })
      for (const [at, { messages }] of threads.entries()) {
        this.addThread(id, messages, Date.now() - (threads.length - 1 - at) * betweenSeeds)
      }
    }
  }

  /** The person of that name, made when unknown (a pasted discussion brings its own people). */
  personNamed(name: string): Person {
    for (const person of this.people.values()) if (person.name === name) return person
    const person = { id: `U0${letters(name)}${this.people.size}`, name }
    this.people.set(person.id, person)
    return person
  }

  name(user: string): string {
    return this.people.get(user)?.name ?? user
  }

  /** A conversation by id, `#name`, name, or the id of the person whose direct messages are meant. */
  find(reference: string): Conversation | undefined {
    const byId = this.conversations.get(reference)
    if (byId) return byId
    const name = reference.replace(/^#/, '')
    for (const each of this.conversations.values()) {
      if (each.kind === 'im' ? each.members[0] === reference : each.name === name) return each
    }
    return undefined
  }

  messages(channel: string): readonly Message[] {
    return this.#messages.get(channel) ?? []
  }

  message(channel: string, ts: string): Message | undefined {
    return this.messages(channel).find((message) => message.ts === ts)
  }

  replies(channel: string, root: string): Message[] {
    return this.messages(channel).filter((each) => each.thread_ts === root && each.ts !== root && !each.to)
  }

  /** A new message timestamp, later than every one before it; `at` (ms) places seeded messages in the past. */
  nextTs(at?: number): string {
    const micros = at === undefined ? Math.max(this.#lastTs + 1, Date.now() * 1000) : at * 1000
    if (at === undefined) this.#lastTs = micros
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`
  }

  add(channel: string, message: Message): Message {
    const all = this.#messages.get(channel)
    if (!all) throw new Error(`No conversation ${channel}; take one of the workspace's conversations.`)
    all.push(message)
    this.changed(channel, message)
    return message
  }

  remove(channel: string, ts: string): void {
    const all = this.#messages.get(channel) ?? []
    const index = all.findIndex((message) => message.ts === ts)
    const [message] = index < 0 ? [] : all.splice(index, 1)
    if (message) this.changed(channel, message, true)
  }

  /** Tells of a changed message, and of its thread's root, whose reply count changes with it. */
  changed(channel: string, message: Message, gone = false): void {
    this.tell({ kind: 'message', channel, message, gone })
    const root =
      message.thread_ts && message.thread_ts !== message.ts && this.message(channel, message.thread_ts)
    if (root) this.tell({ kind: 'message', channel, message: root, gone: false })
  }

  /** Adds a discussion as one thread ending at `now` (ms); returns the root's timestamp. */
  addThread(
    channel: string,
    lines: readonly { author: string; text: string; time?: string | undefined }[],
    now = Date.now(),
  ): string {
    let before = 0
    let root = ''
    for (const [index, line] of lines.entries()) {
      const spaced = now - (lines.length - index) * 3 * 60_000
      // One millisecond apart keeps the order of messages written in the same minute.
      before = Math.max(clockToday(line.time, now) ?? spaced, before + 1)
      // A discussion pasted twice is two threads.
      while (this.message(channel, this.nextTs(before))) before += 1
      const ts = this.nextTs(before)
      root ||= ts
      const thread = lines.length > 1 ? { thread_ts: root } : {}
      this.add(channel, {
        type: 'message',
        ts,
        user: this.personNamed(line.author).id,
        team,
        text: line.text,
        ...thread,
      })
    }
    return root
  }

  /** A person acts through a page; what that opens opens there. */
  actsIn(user: string, page: string): void {
    this.#pages.set(user, page)
  }

  /** A person at the page through which they acted last, as `user page`. */
  seat(user: string): string {
    return `${user} ${this.#pages.get(user) ?? ''}`
  }

  stack(seat: string): readonly OpenView[] {
    return this.modals.get(seat) ?? []
  }

  setModals(seat: string, stack: OpenView[]): void {
    this.modals.set(seat, stack)
    this.tell({ kind: 'modal', seat })
  }

  /** Keeps a view that passed the validator as one that a person has open. */
  openView(value: unknown, previous?: OpenView, id = newId('V')): OpenView {
    const view = readView(value)
    return {
      ...view,
      blocks: withIds(view.blocks),
      id,
      hash: `${Date.now()}.${randomBytes(4).toString('hex')}`,
      root_view_id: previous?.root_view_id ?? id,
      previous_view_id: previous?.id ?? null,
    }
  }

  note(direction: Activity['direction'], kind: string, payload: unknown, outcome = ''): void {
    this.#activityId += 1
    const entry = { id: this.#activityId, at: Date.now(), direction, kind, payload, outcome }
    this.activity.push(entry)
    if (this.activity.length > activityKept) this.activity.shift()
    this.tell({ kind: 'activity', entry })
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change)
  }

  #open(conversation: Conversation): void {
    this.conversations.set(conversation.id, conversation)
    this.#messages.set(conversation.id, [])
  }
}

/** Blocks that passed the validator, each with a block_id as Slack gives it. */
export function keptBlocks(value: unknown): Block[] {
  return withIds(readBlocks(value))
}

export function newId(prefix: string): string {
  return prefix + randomBytes(5).toString('hex').toUpperCase()
}

function withIds(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? randomBytes(4).toString('base64url'),
  }))
}

function letters(name: string): string {
  return name
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 8)
    .toUpperCase()
}

function clockToday(time: string | undefined, now: number): number | undefined {
  const [hours, minutes] = (time ?? '').split(':').map(Number)
  if (!time || hours === undefined || minutes === undefined) return undefined
  const at = new Date(now).setHours(hours, minutes, 0, 0)
  return at > now ? at - 24 * 3_600_000 : at
}
