import {workFile} from '@/app/(publication)/references/[id]/workFile'

export const dynamic = 'force-static'
export const revalidate = false
export const generateStaticParams = () => []

export const GET = workFile('txt')
