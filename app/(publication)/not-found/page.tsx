import NotFoundPage from '@/app/(publication)/not-found'

export const revalidate = false

export const metadata = {title: 'There is no such page', robots: {index: false}}

/** The document that the press sends for every address that has nothing. */
export default NotFoundPage
