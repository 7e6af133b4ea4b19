/** What was looked at on this machine or for it, how it stands, and what mends it. */
export interface Finding {
  readonly name: string
  /** `missing`: it does not work like this. `optional`: it does, and would be better, or cannot be told. */
  readonly state: 'good' | 'missing' | 'optional'
  readonly says: string
  /** A command, or what to do. */
  readonly mend?: string
}
