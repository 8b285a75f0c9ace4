import type { State } from './state.ts'

/** What a person typed as Slack passes it on: escaped, with mentions, channels and addresses as tokens. */
export function typed(state: State, text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  // The longest name first, so that one name may begin with another.
  const people = [...state.people.values()].toSorted((a, b) => b.name.length - a.name.length)
  const mentioned = people.reduce(
    (so, { id, name }) => so.replace(whole(`@${name}`), () => `<@${id}>`),
    escaped,
  )
  const channels = [...state.conversations.values()].filter((each) => each.kind === 'channel')
  const linked = channels.reduce(
    (so, { id, name }) => so.replace(whole(`#${name}`), () => `<#${id}|${name}>`),
    mentioned,
  )
  return linked.replace(/(?<![<|])\bhttps?:\/\/[^\s<>|]+/g, (url) => `<${url}>`)
}

/** Finds a name as a whole word, however it is capitalised. */
function whole(name: string): RegExp {
  return new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'giu')
}
