import type { Point, Position } from 'unist'

/** Where a key and its value stand in a file. */
export interface Place {
  readonly key: Position
  readonly value: Position
}

/** The place of every key and list item of a document that was read from text, by the object that holds it. */
export class Places {
  readonly #places = new WeakMap<object, Map<string, Place>>()

  /** Notes where the holder's key, or its item by index, stands. */
  set(holder: object, key: string | number, place: Place): void {
    const known = this.#places.get(holder) ?? new Map<string, Place>()
    known.set(String(key), place)
    this.#places.set(holder, known)
  }

  get(holder: object, key: string | number): Place | undefined {
    return this.#places.get(holder)?.get(String(key))
  }

  /** Has the places of one object's keys hold for another's, a copy of it. */
  copy(from: object, to: object): void {
    const known = this.#places.get(from)
    if (known) this.#places.set(to, new Map(known))
  }

  /** The place of what the path leads to from the root, or of the nearest thing above it that has one. */
  at(root: unknown, path: readonly PropertyKey[]): Place | undefined {
    let holder: unknown = root
    let nearest: Place | undefined
    for (const step of path) {
      if (typeof holder !== 'object' || holder === null) break
      nearest = this.get(holder, String(step)) ?? nearest
      holder = Object.getOwnPropertyDescriptor(holder, step)?.value
    }
    return nearest
  }
}

/** Sorts by line and column; what has no place comes first. */
export function byPlace(a: Point | Position | undefined, b: Point | Position | undefined): number {
  const [first, second] = [a, b].map(place => (place && 'start' in place ? place.start : place))
  return (first?.line ?? 0) - (second?.line ?? 0) || (first?.column ?? 0) - (second?.column ?? 0)
}
