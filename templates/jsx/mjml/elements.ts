import type { Child } from './jsx-runtime.js'

type With<Names extends string> = { [Name in Names]?: string | undefined } & { children?: Child }

type Padding = 'padding' | 'padding-top' | 'padding-right' | 'padding-bottom' | 'padding-left'
type Common = 'css-class' | 'mj-class'
type Font = 'font-family' | 'font-size' | 'font-style' | 'font-weight' | 'line-height' | 'color' | 'align'

/** The MJML in use (documentation.mjml.io), with each element's attributes: another name does not compile. */
export interface MjmlElements {
  mjml: With<'lang' | 'dir'>
  'mj-head': With<never>
  'mj-title': With<never>
  'mj-preview': With<never>
  'mj-attributes': With<never>
  'mj-all': With<Padding | 'font-family'>
  'mj-class': With<Padding | Font | 'name' | 'background-color'>
  'mj-style': With<never>
  'mj-raw': With<'position'>
  'mj-body': With<Common | 'background-color' | 'width'>
  'mj-wrapper': With<Common | Padding | 'background-color' | 'border' | 'full-width'>
  'mj-section': With<
    | Common
    | Padding
    | 'background-color'
    | 'direction'
    | 'border'
    | 'border-top'
    | 'border-radius'
    | 'text-align'
  >
  'mj-column': With<
    Common | Padding | 'background-color' | 'width' | 'vertical-align' | 'direction' | 'border'
  >
  'mj-text': With<Common | Padding | Font | 'letter-spacing' | 'container-background-color'>
  'mj-image': With<
    | Common
    | Padding
    | 'src'
    | 'alt'
    | 'href'
    | 'title'
    | 'width'
    | 'height'
    | 'align'
    | 'border'
    | 'fluid-on-mobile'
    | 'border-radius'
  >
  'mj-divider': With<Common | Padding | 'border-color' | 'border-style' | 'border-width' | 'width' | 'align'>
  'mj-button': With<
    | Common
    | Padding
    | Font
    | 'href'
    | 'background-color'
    | 'border'
    | 'border-radius'
    | 'inner-padding'
    | 'title'
  >
  'mj-table': With<Common | Padding | Font | 'width' | 'cellpadding' | 'cellspacing' | 'role'>
  'mj-spacer': With<Common | 'height'>
}
