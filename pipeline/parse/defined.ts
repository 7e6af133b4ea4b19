type Optional<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T]
type Defined<T> = Omit<T, Optional<T>> & { [Key in Optional<T>]?: Exclude<T[Key], undefined> }

/** The same keys, without those that have no value: what `exactOptionalPropertyTypes` asks of an optional key. */
export function defined<T extends object>(values: T): Defined<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  // Object.fromEntries knows no keys by name; the line above leaves out exactly what the type does.
  return Object.fromEntries(entries) as Defined<T>
}
