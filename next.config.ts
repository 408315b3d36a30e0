import {fileURLToPath} from 'node:url'

import type {NextConfig} from 'next'

const isEmbedded = !process.env.NEXT_PUBLIC_SANITY_PROJECT_ID
const lakeUrl = process.env.LAKE_URL || 'http://127.0.0.1:3334'

const securityHeaders = [
  {key: 'X-Content-Type-Options', value: 'nosniff'},
  {key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin'},
  // font-src: the Studio's style sheet names a font on another host, which an installation without network must not wait for.
  {
    key: 'Content-Security-Policy',
    value: "frame-ancestors 'self'; base-uri 'self'; object-src 'none'; font-src 'self' data:",
  },
  {key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'},
]

const nextConfig: NextConfig = {
  distDir: process.env.OCTAVO_DIST_DIR || '.next',
  cacheHandler: fileURLToPath(new URL('cache/pageCache.mjs', import.meta.url)),
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['citeproc', 'undici'],
  // Types are checked by `npm run typecheck`, once for the whole repository.
  typescript: {ignoreBuildErrors: true},
  // A listener's stream through the rewrite may be silent for long.
  experimental: {proxyTimeout: 24 * 60 * 60 * 1000},
  headers: async () => [{source: '/:path*', headers: securityHeaders}],
  rewrites: async () => (isEmbedded ? [{source: '/lake/:path*', destination: `${lakeUrl}/:path*`}] : []),
}

export default nextConfig
