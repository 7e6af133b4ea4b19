/** What two readers may not share: mail servers do not tell upper case from lower. */
export const addressKey = (email: string): string => email.trim().toLowerCase()
