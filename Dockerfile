# A mirror or a newer patch of Node 24 can be given here: --build-arg NODE_IMAGE=…
ARG NODE_IMAGE=node:24.21.0-slim

FROM ${NODE_IMAGE} AS manifests
WORKDIR /app
COPY package.json package-lock.json tsconfig.base.json .npmrc ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY web/package.json web/
COPY tests/package.json tests/

FROM manifests AS pages
RUN npm ci --ignore-scripts --workspace=web --workspace=shared
COPY shared shared
COPY web web
RUN node web/build-when-stale.ts

# The database is another container, so PostgreSQL's programs (optional packages) stay out.
FROM manifests AS packages
RUN npm ci --omit=dev --omit=optional --ignore-scripts --workspace=server --workspace=shared

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app ./
COPY LICENSE NOTICE ./
COPY migrations migrations
COPY shared shared
COPY server server
COPY --from=pages /app/web/dist web/dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/src/main.ts"]
