import type { Agreement } from '../domain/answer.ts'
import type { Position } from '../domain/entry.ts'

/**
 * How the guides stand on a matter. Counted are guides only (`guides`: the ids of all of them); positions of other
 * sources are left out. A guide that says two different things counts as mixed.
 * The winner is the option that most guides name, `both` or `neither` where more guides say that than name any
 * option, else `split`.
 */
export function agreement(positions: readonly Position[], guides: readonly string[]): Agreement {
  const said = new Map<string, string>()
  for (const { guide, winner } of positions) {
    const before = said.get(guide)
    said.set(guide, before === undefined || before === winner ? winner : 'mixed')
  }
  const speaking = guides.filter((guide) => said.has(guide))
  const by = new Map<string, string[]>()
  for (const guide of speaking) {
    const winner = said.get(guide) ?? 'none'
    by.set(winner, [...(by.get(winner) ?? []), guide])
  }
  const take = (winner: string) => by.get(winner) ?? []
  const named = [...by].filter(([winner]) => !NO_OPTION.has(winner))
  const winner = winnerOf(named, take('both').length, take('neither').length)
  return {
    winner,
    forIt: take(winner),
    against: named
      .filter(([option]) => option !== winner)
      .map(([option, those]) => ({ option, guides: those })),
    mixed: guides.filter((guide) =>
      ['both', 'neither', 'mixed'].some((kind) => kind !== winner && take(kind).includes(guide)),
    ),
    open: take('none'),
    silent: guides.filter((guide) => !said.has(guide)),
    speaking: speaking.length,
  }
}

const NO_OPTION = new Set(['both', 'neither', 'mixed', 'none'])

function winnerOf(named: readonly [string, string[]][], both: number, neither: number): Agreement['winner'] {
  const most = Math.max(0, ...named.map(([, those]) => those.length))
  const leaders = named.filter(([, those]) => those.length === most)
  if (Math.max(both, neither) > most) return both === neither ? 'split' : both > neither ? 'both' : 'neither'
  const [leader] = leaders[0] ?? []
  return leader !== undefined && leaders.length === 1 ? leader : 'split'
}
