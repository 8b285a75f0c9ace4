import { readFileSync, statSync } from 'node:fs'
import { decodeModel, type ReaderModel } from '../core/reading/model.ts'
import { type KnowledgeIssue, wholeFile } from './knowledge-error.ts'

const remedy = 'Run npm run train.'

/** The trained model in a file; undefined, with an issue, where it is missing or cannot be read. */
export function readModel(name: string, issues: KnowledgeIssue[]): ReaderModel | undefined {
  if (!statSync(name, { throwIfNoEntry: false })) {
    issues.push(wholeFile(name, 'is missing', remedy))
    return undefined
  }
  try {
    return decodeModel(readFileSync(name))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    issues.push(wholeFile(name, `is no model of this version (${why})`, remedy))
    return undefined
  }
}
