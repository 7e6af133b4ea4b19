/** The files that an issue is written in. */
export interface SourceFiles {
  /** The lines of one; empty where it cannot be read. */
  lines(file: string): Promise<readonly string[]>
  /** Has them read anew. */
  forget(): void
}

export function sourceFiles(): SourceFiles {
  const known = new Map<string, Promise<readonly string[]>>()
  return {
    lines(file) {
      const lines = known.get(file) ?? read(file)
      known.set(file, lines)
      return lines
    },
    forget: () => known.clear(),
  }
}

async function read(file: string): Promise<readonly string[]> {
  const answer = await fetch(`source?${new URLSearchParams({ file })}`).catch(() => undefined)
  return answer?.ok ? (await answer.text()).split(/\r\n|\r|\n/) : []
}

/** Has the person's editor open a file. @returns what came of it, in words */
export async function openInEditor(file: string, line: number): Promise<string> {
  const at = new URLSearchParams({ file, line: String(line) })
  const answer = await fetch(`open?${at}`, { method: 'POST' }).catch(() => undefined)
  if (answer?.ok) return `Opened ${file}:${line} in your editor.`
  const { fault }: { fault?: unknown } = (await answer?.json().catch(() => ({}))) ?? {}
  return typeof fault === 'string'
    ? fault
    : `${file} could not be opened: the preview has ended, or the file is gone.`
}
