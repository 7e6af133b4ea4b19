/** Where things stand on a page and what of it is shown, as far as heights go (ISO 32000-1, 8.3.3 and 8.5.4). */
export interface Area {
  /** The height of a point is `scale * y + shift`. */
  readonly scale: number
  readonly shift: number
  /** The lowest and the highest point that is shown. */
  readonly low: number
  readonly high: number
  /** Whether heights depend on `y` alone: else nothing is known of what follows. */
  readonly isUpright: boolean
}

export const whole: Area = {
  scale: 1,
  shift: 0,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  isUpright: true,
}

/** The same after a `cm`, as it is written. */
export function moved(area: Area, cm: string): Area {
  const [, b = 0, , d = 0, , f = 0] = operands(cm)
  const { scale, shift } = area
  return { ...area, scale: scale * d, shift: scale * f + shift, isUpright: area.isUpright && b === 0 }
}

/** The same where it is clipped to a rectangle, an `re` as it is written. */
export function clipped(area: Area, re: string): Area {
  if (!area.isUpright) return area
  const [, y = 0, , height = 0] = operands(re)
  const [one, other] = [heightOf(area, y), heightOf(area, y + height)]
  return {
    ...area,
    low: Math.max(area.low, Math.min(one, other)),
    high: Math.min(area.high, Math.max(one, other)),
  }
}

/** Whether what is shown has the line on which a text begins, by its `Tm` as it is written. */
export function hasLine(area: Area, tm: string): boolean {
  const [, , , , , y = 0] = operands(tm)
  const height = heightOf(area, y)
  return !area.isUpright || (height >= area.low && height <= area.high)
}

const heightOf = ({ scale, shift }: Area, y: number): number => scale * y + shift

const operands = (written: string): number[] => written.split(/\s+/, 6).map(Number)
