import type { IssueRule } from './source-rule.js'

/**
 * A mailing says where its sender is to be found by post (CAN-SPAM, 15 U.S.C. 7704(a)(5)).
 *
 * @see https://www.law.cornell.edu/uscode/text/15/7704
 */
export const postalAddress: IssueRule = ({ publication, reportFor }) => {
  if (publication.address) return
  reportFor(undefined)(
    'postal-address',
    'Unexpected publication without a postal address, expected `address` in trifold.yaml; law asks for it in every mailing',
  )
}
