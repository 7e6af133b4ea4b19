import { arrayAt, listAt, name, numberAt } from './objects.js'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from './pdf-lib.js'
import { structureRoot } from './structure-tree.js'

/**
 * The way back from content to the structure tree (ISO 32000-1, section 14.7.4.4): by the key of a page or
 * form to a list of elements by MCID, by the key of an annotation to one element.
 */
export class ParentTree {
  readonly #slots = new Map<number, { readonly nums: PDFArray; readonly index: number }>()
  readonly #pdf: PDFDocument

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
    const read = (node: PDFObject | undefined) => {
      if (!(node instanceof PDFDict)) return
      const nums = arrayAt(node, 'Nums')
      for (let index = 0; nums && index + 1 < nums.size(); index += 2) {
        this.#slots.set(Number(nums.lookup(index)?.toString()), { nums, index: index + 1 })
      }
      for (const kid of listAt(node, 'Kids')) read(pdf.context.lookup(kid))
    }
    read(structureRoot(pdf)?.lookup(name('ParentTree')))
  }

  /** Names the element that content belongs to. `holder` is the page or form whose content it is. */
  setContent(holder: PDFObject | undefined, mcid: number, element: PDFRef): void {
    const elements = this.#at(holder, 'StructParents')
    const list = elements?.nums.lookup(elements.index)
    if (list instanceof PDFArray && mcid >= 0 && mcid < list.size()) list.set(mcid, element)
  }

  /** Names the element that an annotation belongs to. */
  setObject(holder: PDFObject | undefined, element: PDFRef): void {
    const slot = this.#at(holder, 'StructParent')
    slot?.nums.set(slot.index, element)
  }

  /** Takes in an annotation that is to belong to an element, and gives it its key. */
  addObject(holder: PDFDict, element: PDFRef): void {
    const root = structureRoot(this.#pdf)
    const tree = root?.lookup(name('ParentTree'))
    if (!(root && tree instanceof PDFDict)) return
    const key = Math.max(
      numberAt(root, 'ParentTreeNextKey') ?? 0,
      ...[...this.#slots.keys()].map(each => each + 1),
    )
    root.set(name('ParentTreeNextKey'), PDFNumber.of(key + 1))
    holder.set(name('StructParent'), PDFNumber.of(key))
    const nums = arrayAt(tree, 'Nums') ?? this.#pdf.context.obj([])
    nums.push(PDFNumber.of(key))
    nums.push(element)
    this.#slots.set(key, { nums, index: nums.size() - 1 })
    if (arrayAt(tree, 'Nums')) return
    // Of a tree with branches the greatest keys are in the last (ISO 32000-1, 7.9.7).
    const leaf = this.#pdf.context.obj({ Nums: nums, Limits: [key, key] })
    arrayAt(tree, 'Kids')?.push(this.#pdf.context.register(leaf))
  }

  /** Forgets an annotation. */
  removeObject(holder: PDFDict): void {
    const slot = this.#at(holder, 'StructParent')
    const key = numberAt(holder, 'StructParent')
    if (!slot || key === undefined) return
    slot.nums.remove(slot.index)
    slot.nums.remove(slot.index - 1)
    this.#slots.delete(key)
    for (const [other, { nums, index }] of this.#slots)
      if (nums === slot.nums && index > slot.index) this.#slots.set(other, { nums, index: index - 2 })
  }

  /** The object that a page, form or annotation leads to. */
  lookup(holder: PDFObject | undefined, key: 'StructParents' | 'StructParent'): PDFObject | undefined {
    const slot = this.#at(holder, key)
    return slot?.nums.lookup(slot.index)
  }

  #at(holder: PDFObject | undefined, key: 'StructParents' | 'StructParent') {
    const dict = holder instanceof PDFRawStream ? holder.dict : holder
    const number = dict instanceof PDFDict ? numberAt(dict, key) : undefined
    return number === undefined ? undefined : this.#slots.get(number)
  }
}
