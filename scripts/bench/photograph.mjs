// @ts-check
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { seeded } from './anthology.mjs'

/**
 * A JPEG that compresses as a photograph does: slopes of light with grain. The same for a number.
 *
 * @param {number} number
 * @param {number} width
 * @param {number} height
 * @returns {Promise<Buffer>}
 */
export async function photograph(number, width, height) {
  const random = seeded(number)
  const waves = Array.from({ length: 9 }, () => [random() * 0.02, random() * 0.02, random() * 6.28])
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) {
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)]
    const grain = random() * 16
    for (let channel = 0; channel < 3; channel++) {
      let light = 0
      for (let wave = channel; wave < waves.length; wave += 3) {
        const [across = 0, down = 0, phase = 0] = waves[wave] ?? []
        light += Math.sin(x * across + y * down + phase)
      }
      pixels[at + channel] = 120 + light * 30 + grain
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer()
}
