/** The largest of the numbers, at least `least`. `Math.max(...numbers)` overflows the stack on a hundred thousand. */
export function largest(numbers: Iterable<number>, least: number): number {
  let result = least
  for (const number of numbers) if (number > result) result = number
  return result
}
