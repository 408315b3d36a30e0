import {schoolListFile} from '@/app/(publication)/articles/[slug]/articleFile'

export const dynamic = 'force-static'
export const revalidate = false
export const generateStaticParams = () => []

export const GET = schoolListFile('chicago')
